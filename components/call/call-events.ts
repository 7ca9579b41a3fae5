import type {
  CallErrorCode,
  CallState,
  CallType,
  EndReason,
  MatrixErrorCode,
  MediaErrorCode,
} from '../../src/index.ts';

/** Which call an event is about. */
export interface CallDetail {
  readonly callId: string;
  readonly roomId: string;
  /** The other side. */
  readonly userId: string;
  readonly type: CallType;
  readonly direction: 'outgoing' | 'incoming';
}

export interface CallStateDetail extends CallDetail {
  readonly state: CallState;
}

export interface CallEndDetail extends CallDetail {
  readonly reason: EndReason | null;
  readonly endedBy: 'local' | 'remote' | null;
  /** ms that the call was connected; `null` where it never was. */
  readonly duration: number | null;
}

export interface MissedCallDetail {
  readonly callId: string;
  readonly roomId: string;
  readonly userId: string;
  readonly type: CallType;
}

/** What kept the element from calling, or what is wrong in a call that goes on. */
export type ElementErrorCode =
  | CallErrorCode
  | MediaErrorCode
  | MatrixErrorCode
  /** Neither client nor port, engine or account was handed over. */
  | 'no-client'
  /** No room and no person to call. */
  | 'no-callee'
  /** Another tab has calls open with the same device. */
  | 'second-tab'
  /** The account's address is no Matrix homeserver. */
  | 'invalid-homeserver'
  /** A part of the script did not come. */
  | 'not-loaded'
  /** The account's token belongs to another user or device. */
  | 'wrong-user';

export interface CallErrorDetail {
  readonly code: ElementErrorCode;
  /** For a log: text without secrets, in English. */
  readonly message: string;
}

function callEvent<Name extends string, Detail>(type: Name) {
  return class extends Event {
    static readonly type = type;
    readonly detail: Readonly<Detail>;
    constructor(detail: Readonly<Detail>) {
      super(type, { bubbles: true, composed: true });
      this.detail = detail;
    }
  };
}

/** Somebody calls, and the element rings. */
export class FamedlyCallIncomingEvent extends callEvent<'famedly-call-incoming', CallDetail>(
  'famedly-call-incoming',
) {}
/** The call is connected: media flows for the first time. */
export class FamedlyCallStartEvent extends callEvent<'famedly-call-start', CallDetail>(
  'famedly-call-start',
) {}
/** The call's state changed. */
export class FamedlyCallStateEvent extends callEvent<'famedly-call-state', CallStateDetail>(
  'famedly-call-state',
) {}
/** A call ended before anybody here answered it. */
export class FamedlyCallMissedEvent extends callEvent<'famedly-call-missed', MissedCallDetail>(
  'famedly-call-missed',
) {}
/** The call ended. */
export class FamedlyCallEndEvent extends callEvent<'famedly-call-end', CallEndDetail>('famedly-call-end') {}
/** Something is wrong; the element says it to the person, too. */
export class FamedlyCallErrorEvent extends callEvent<'famedly-call-error', CallErrorDetail>(
  'famedly-call-error',
) {}

declare global {
  interface HTMLElementEventMap {
    'famedly-call-incoming': FamedlyCallIncomingEvent;
    'famedly-call-start': FamedlyCallStartEvent;
    'famedly-call-state': FamedlyCallStateEvent;
    'famedly-call-missed': FamedlyCallMissedEvent;
    'famedly-call-end': FamedlyCallEndEvent;
    'famedly-call-error': FamedlyCallErrorEvent;
  }
}
