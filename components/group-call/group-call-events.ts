import type { GroupCallEndReason, GroupCallState } from '../../src/index.ts';
import { elementEvent } from '../engine-link/element-event.ts';
import type { FamedlyCallErrorEvent } from '../engine-link/error-event.ts';

/** Which group call an event is about. */
export interface GroupCallDetail {
  readonly callId: string;
  readonly roomId: string;
}

export interface GroupCallStateDetail extends GroupCallDetail {
  readonly state: GroupCallState;
}

export interface GroupCallEndDetail extends GroupCallDetail {
  readonly reason: GroupCallEndReason | null;
  /** ms that we were in it. */
  readonly duration: number;
}

/** A device of somebody else in the call. */
export interface ParticipantDetail {
  /** `userId:deviceId` */
  readonly id: string;
  readonly userId: string;
  readonly deviceId: string;
}

export interface ParticipantsDetail extends GroupCallDetail {
  readonly participants: readonly ParticipantDetail[];
}

/** We are in the call. */
export class FamedlyGroupCallStartEvent extends elementEvent<'famedly-call-start', GroupCallDetail>(
  'famedly-call-start',
) {}
/** Our way into the call, or out of it, went on. */
export class FamedlyGroupCallStateEvent extends elementEvent<'famedly-call-state', GroupCallStateDetail>(
  'famedly-call-state',
) {}
/** We are not in the call any more. */
export class FamedlyGroupCallEndEvent extends elementEvent<'famedly-call-end', GroupCallEndDetail>(
  'famedly-call-end',
) {}
/** Others came or went; told in the lobby, too. */
export class FamedlyParticipantsEvent extends elementEvent<'famedly-participants', ParticipantsDetail>(
  'famedly-participants',
) {}

/** What `<famedly-group-call>` tells, for `addEventListener` on it. */
export interface GroupCallEventMap {
  'famedly-call-start': FamedlyGroupCallStartEvent;
  'famedly-call-state': FamedlyGroupCallStateEvent;
  'famedly-call-end': FamedlyGroupCallEndEvent;
  'famedly-participants': FamedlyParticipantsEvent;
  'famedly-call-error': FamedlyCallErrorEvent;
}

declare global {
  interface HTMLElementEventMap {
    'famedly-participants': FamedlyParticipantsEvent;
  }
}
