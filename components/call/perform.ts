import type { CallType } from '../../src/index.ts';
import type { ShownCall } from '../engine-link/shown-call.ts';
import type { Request } from '../parts/request.ts';

/** What the public element does itself. */
export interface Performer {
  readonly call: ShownCall | null;
  place(type: CallType): void;
  silence(): void;
  dismiss(): void;
  /** What only a call in progress is asked for. */
  later(what: Request): Promise<void>;
}

/** Does what a person asked for. Throws or rejects with the engine's errors. */
export function perform(what: Request, performer: Performer): void | Promise<void> {
  const { call } = performer;
  switch (what.do) {
    case 'call':
      performer.place(what.type);
      return undefined;
    case 'answer':
      // Pressed twice: what rings is shown until there is a picture.
      if (call?.state === 'ringing') call.answer({ type: what.type });
      return undefined;
    case 'silence':
      performer.silence();
      return undefined;
    case 'hangup':
      return call?.hangup();
    case 'mute-microphone':
      return call?.setMicrophoneMuted(what.muted);
    case 'mute-camera':
      return call?.setLocalVideoMuted(what.muted);
    case 'dismiss':
      performer.dismiss();
      return undefined;
    default:
      return performer.later(what);
  }
}
