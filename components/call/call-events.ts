import type { CallState, CallType, EndReason } from '../../src/index.ts';
import { elementEvent } from '../engine-link/element-event.ts';

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

/** Somebody calls, and the element rings. */
export class FamedlyCallIncomingEvent extends elementEvent<'famedly-call-incoming', CallDetail>(
  'famedly-call-incoming',
) {}
/** The call is connected: media flows for the first time. */
export class FamedlyCallStartEvent extends elementEvent<'famedly-call-start', CallDetail>(
  'famedly-call-start',
) {}
/** The call's state changed. */
export class FamedlyCallStateEvent extends elementEvent<'famedly-call-state', CallStateDetail>(
  'famedly-call-state',
) {}
/** A call ended before anybody here answered it. */
export class FamedlyCallMissedEvent extends elementEvent<'famedly-call-missed', MissedCallDetail>(
  'famedly-call-missed',
) {}
/** The call ended. */
export class FamedlyCallEndEvent extends elementEvent<'famedly-call-end', CallEndDetail>(
  'famedly-call-end',
) {}

declare global {
  interface HTMLElementEventMap {
    'famedly-call-incoming': FamedlyCallIncomingEvent;
    'famedly-call-start': FamedlyCallStartEvent;
    'famedly-call-state': FamedlyCallStateEvent;
    'famedly-call-missed': FamedlyCallMissedEvent;
    'famedly-call-end': FamedlyCallEndEvent;
  }
}
