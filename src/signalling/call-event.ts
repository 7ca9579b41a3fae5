import type { HangupReason } from './hangup-reason.ts';
import type { IceCandidate, SessionDescription } from './session-description.ts';
import type { StreamMetadataMap } from './stream-metadata.ts';

interface CallEventBase {
  readonly callId: string;
  /** `null` from peers of version 0, which have none; our own events to them keep ours, to be known as our echo. */
  readonly partyId: string | null;
  readonly version: 0 | 1;
}

export interface CallCapabilities {
  readonly transferee: boolean;
  readonly dtmf: boolean;
}

export interface InviteEvent extends CallEventBase {
  readonly kind: 'invite';
  /** ms from the sending. */
  readonly lifetime: number;
  readonly offer: SessionDescription;
  readonly invitee: string | null;
  readonly inviteeDeviceId: string | null;
  /** `null`: the sender told none. */
  readonly metadata: StreamMetadataMap | null;
  readonly capabilities: CallCapabilities;
}

export interface AnswerEvent extends CallEventBase {
  readonly kind: 'answer';
  readonly answer: SessionDescription;
  readonly metadata: StreamMetadataMap | null;
  readonly capabilities: CallCapabilities;
}

export interface CandidatesEvent extends CallEventBase {
  readonly kind: 'candidates';
  readonly candidates: readonly IceCandidate[];
}

export interface SelectAnswerEvent extends CallEventBase {
  readonly kind: 'select-answer';
  readonly selectedPartyId: string;
}

export interface RejectEvent extends CallEventBase {
  readonly kind: 'reject';
  readonly reason: HangupReason;
}

export interface HangupEvent extends CallEventBase {
  readonly kind: 'hangup';
  readonly reason: HangupReason;
}

export interface NegotiateEvent extends CallEventBase {
  readonly kind: 'negotiate';
  readonly description: SessionDescription;
  readonly lifetime: number;
  readonly metadata: StreamMetadataMap | null;
}

export interface MetadataChangedEvent extends CallEventBase {
  readonly kind: 'metadata-changed';
  readonly metadata: StreamMetadataMap;
}

/** Who a call is transferred to: text from the other side. */
export interface TransferTarget {
  readonly userId: string;
  readonly displayName: string | null;
  readonly avatarUrl: string | null;
}

/** MSC2747: the receiver places a call (`createCall`) or waits for one (`awaitCall`). */
export interface ReplacesEvent extends CallEventBase {
  readonly kind: 'replaces';
  readonly replacementId: string;
  readonly target: TransferTarget | null;
  readonly createCall: string | null;
  readonly awaitCall: string | null;
  readonly targetRoom: string | null;
}

export interface RejectReplacementEvent extends CallEventBase {
  readonly kind: 'reject-replacement';
  readonly replacementId: string;
}

/** MSC3086: whom the other side's bridge says we talk to. */
export interface AssertedIdentity {
  readonly userId: string | null;
  readonly displayName: string | null;
  readonly avatarUrl: string | null;
}

export interface AssertedIdentityEvent extends CallEventBase {
  readonly kind: 'asserted-identity';
  /** `null` reverts to the room member. */
  readonly identity: AssertedIdentity | null;
}

/** A parsed `m.call.*` event, whichever version and dialect it came in. */
export type CallEvent =
  | InviteEvent
  | AnswerEvent
  | CandidatesEvent
  | SelectAnswerEvent
  | RejectEvent
  | HangupEvent
  | NegotiateEvent
  | MetadataChangedEvent
  | ReplacesEvent
  | RejectReplacementEvent
  | AssertedIdentityEvent;

export type CallEventKind = CallEvent['kind'];
