import type { AssertedIdentity, ReplacesEvent } from '../signalling/call-event.ts';
import type { IceCandidate } from '../signalling/session-description.ts';
import type { StreamMetadataMap } from '../signalling/stream-metadata.ts';
import type { Party } from './call-input.ts';
import type { CallState, CallType, EndReason } from './call-state.ts';

export interface Device {
  readonly userId: string;
  readonly deviceId: string;
}

/** What never changes in a call. */
export interface CallIdentity {
  readonly callId: string;
  readonly roomId: string;
  readonly direction: 'outgoing' | 'incoming';
  readonly type: CallType;
  readonly self: Device;
  /** Ours, new for every call. */
  readonly partyId: string;
  /** `deviceId` is `null` where any device of the user may answer, or where the caller's is not known. */
  readonly peer: { readonly userId: string; readonly deviceId: string | null };
  /** ms */
  readonly lifetime: number;
}

/** Candidates of one party that has not been chosen. */
export interface PartyCandidates {
  readonly party: Party;
  readonly candidates: readonly IceCandidate[];
}

/** Everything that decides what a call does next. Immutable. */
export interface CallContext extends CallIdentity {
  readonly state: CallState;
  /** The one we talk to: the caller, or the callee's device whose answer came first. */
  readonly remoteParty: Party | null;
  /** Outgoing, before an answer was chosen. */
  readonly remoteCandidates: readonly PartyCandidates[];
  /** Incoming, before the answer went out. */
  readonly localCandidates: readonly IceCandidate[];
  readonly remoteMetadata: StreamMetadataMap | null;
  /** As the other side last heard it. */
  readonly localMetadata: StreamMetadataMap | null;
  /** We put the other side on hold. */
  readonly remoteOnHold: boolean;
  /** The other side put us on hold. */
  readonly localOnHold: boolean;
  readonly identity: AssertedIdentity | null;
  /** The other side wants us to talk to somebody else. */
  readonly transferOffer: ReplacesEvent | null;
  readonly restarts: number;
  readonly wasConnected: boolean;
  readonly endReason: EndReason | null;
  readonly endedBy: 'local' | 'remote' | null;
}

export function newCall(identity: CallIdentity, caller: Party | null = null): CallContext {
  return {
    ...identity,
    state: 'fledgling',
    remoteParty: caller,
    remoteCandidates: [],
    localCandidates: [],
    remoteMetadata: null,
    localMetadata: null,
    remoteOnHold: false,
    localOnHold: false,
    identity: null,
    transferOffer: null,
    restarts: 0,
    wasConnected: false,
    endReason: null,
    endedBy: null,
  };
}
