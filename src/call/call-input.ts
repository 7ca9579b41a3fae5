import type { AssertedIdentity, ReplacesEvent, TransferTarget } from '../signalling/call-event.ts';
import type { HangupReason } from '../signalling/hangup-reason.ts';
import type { IceCandidate, SessionDescription } from '../signalling/session-description.ts';
import type { StreamMetadataMap } from '../signalling/stream-metadata.ts';
import type { EndReason } from './call-state.ts';
import type { CallTimer } from './call-timers.ts';

/** The party that an event came from: `id` is `null` for version 0. */
export interface Party {
  readonly id: string | null;
  readonly version: 0 | 1;
}

/** What the person or the application asks for; without a row in the table it is refused. */
export type LocalInput =
  | { readonly type: 'place' }
  | { readonly type: 'answer' }
  | { readonly type: 'reject'; readonly emit: boolean }
  | { readonly type: 'hangup'; readonly reason?: EndReason }
  | { readonly type: 'hold'; readonly onHold: boolean }
  | {
      readonly type: 'transfer';
      readonly replacementId: string;
      readonly target: TransferTarget;
      readonly createCall: string | null;
      readonly awaitCall: string | null;
      readonly targetRoom: string | null;
    }
  | { readonly type: 'reject-transfer' }
  | { readonly type: 'assert-identity'; readonly identity: AssertedIdentity | null };

/** What the other side, or another device of ours, said; classified already. */
export type RemoteInput =
  | {
      readonly type: 'ring';
      readonly offer: SessionDescription;
      readonly metadata: StreamMetadataMap | null;
      /** ms that the invite still lives. */
      readonly remaining: number;
    }
  | {
      readonly type: 'answered';
      readonly party: Party;
      readonly answer: SessionDescription;
      readonly metadata: StreamMetadataMap | null;
    }
  | { readonly type: 'rejected'; readonly party: Party; readonly reason: HangupReason }
  | { readonly type: 'hung-up'; readonly reason: HangupReason }
  | { readonly type: 'selected' }
  | { readonly type: 'selected-other' }
  | { readonly type: 'answered-elsewhere' }
  | { readonly type: 'rejected-elsewhere' }
  | {
      readonly type: 'candidates';
      readonly party: Party;
      readonly candidates: readonly IceCandidate[];
    }
  | {
      readonly type: 'negotiate';
      readonly description: SessionDescription;
      readonly metadata: StreamMetadataMap | null;
    }
  | { readonly type: 'metadata'; readonly metadata: StreamMetadataMap }
  | { readonly type: 'identity'; readonly identity: AssertedIdentity | null }
  | { readonly type: 'transfer-offered'; readonly offer: ReplacesEvent }
  | { readonly type: 'transfer-rejected' }
  | { readonly type: 'left-room' }
  /** The other side's invite won over ours. */
  | { readonly type: 'glare-lost' };

/** What media, timers and sending report. */
export type ReportInput =
  | { readonly type: 'media-ready' }
  | {
      readonly type: 'offer-ready';
      readonly offer: SessionDescription;
      readonly metadata: StreamMetadataMap;
    }
  | {
      readonly type: 'answer-ready';
      readonly answer: SessionDescription;
      readonly metadata: StreamMetadataMap;
    }
  /** The first offer or answer could not be made or used. */
  | { readonly type: 'description-failed' }
  | { readonly type: 'local-candidates'; readonly candidates: readonly IceCandidate[] }
  | {
      readonly type: 'negotiation-ready';
      readonly description: SessionDescription;
      readonly metadata: StreamMetadataMap;
    }
  | { readonly type: 'local-metadata'; readonly metadata: StreamMetadataMap }
  | { readonly type: 'media-connected' }
  | { readonly type: 'media-disconnected' }
  | { readonly type: 'media-failed' }
  | { readonly type: 'held'; readonly onHold: boolean }
  | { readonly type: 'network-changed' }
  | { readonly type: 'send-failed' }
  /** A timer ran out. */
  | { readonly type: CallTimer };

export type CallInput = LocalInput | RemoteInput | ReportInput;
