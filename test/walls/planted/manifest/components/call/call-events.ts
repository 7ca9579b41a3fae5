export class FamedlyCallStartEvent extends Event {
  static readonly type = 'famedly-call-start';
}
export class FamedlyCallEndEvent extends Event {
  static readonly type = 'famedly-call-end';
}
export class FamedlyCallStateEvent extends Event {
  static readonly type = 'famedly-call-state';
}

declare global {
  interface HTMLElementEventMap {
    'famedly-call-start': FamedlyCallStartEvent;
  }
}
