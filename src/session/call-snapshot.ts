import type { CallContext } from '../call/call-context.ts';
import type { CallState, CallType, EndReason } from '../call/call-state.ts';
import type { SlotState } from '../media/local-media-port.ts';
import type { MediaErrorCode, MediaSlot } from '../media/media-error.ts';
import type { AssertedIdentity, ReplacesEvent } from '../signalling/call-event.ts';

/** A device that is wanted and missing. */
export interface MediaProblem {
  readonly slot: MediaSlot | null;
  readonly code: MediaErrorCode;
}

/** What the other side shows of itself. */
export interface RemoteMedia {
  readonly microphoneMuted: boolean;
  readonly cameraMuted: boolean;
  readonly screensharing: boolean;
}

/** A call at one moment: frozen; what did not change is the same object as before. */
export interface CallSnapshot {
  readonly callId: string;
  readonly roomId: string;
  readonly direction: 'outgoing' | 'incoming';
  readonly type: CallType;
  readonly peer: { readonly userId: string; readonly deviceId: string | null };
  readonly state: CallState;
  readonly local: Readonly<Record<MediaSlot, SlotState>>;
  readonly remote: RemoteMedia;
  /** We put the other side on hold. */
  readonly remoteOnHold: boolean;
  /** The other side put us on hold. */
  readonly localOnHold: boolean;
  /** Whom we talk to, as the other side's bridge says: text, never markup. */
  readonly identity: AssertedIdentity | null;
  /** The other side wants to transfer us; see `acceptTransfer`. */
  readonly transferOffer: ReplacesEvent | null;
  readonly canSendDTMF: boolean;
  /** ms since epoch by this device's clock; `null` before media flowed. */
  readonly connectedAt: number | null;
  /** The homeserver has not answered for 5 s; media may flow all the same. */
  readonly signallingInterrupted: boolean;
  readonly problems: readonly MediaProblem[];
  readonly endReason: EndReason | null;
  readonly endedBy: 'local' | 'remote' | null;
}

export interface SnapshotFacts {
  readonly context: CallContext;
  readonly local: Readonly<Record<MediaSlot, SlotState>>;
  readonly remote: RemoteMedia;
  readonly canSendDTMF: boolean;
  readonly connectedAt: number | null;
  readonly signallingInterrupted: boolean;
  readonly problems: readonly MediaProblem[];
}

function equal(a: unknown, b: unknown): boolean {
  return Object.is(a, b) || JSON.stringify(a) === JSON.stringify(b);
}

/** The same object when nothing changed, else a new one whose unchanged parts are the old ones. */
export function nextSnapshot(before: CallSnapshot | null, facts: SnapshotFacts): CallSnapshot {
  const { context, ...rest } = facts;
  const { callId, roomId, direction, type, peer, state, remoteOnHold, localOnHold } = context;
  const { identity, transferOffer, endReason, endedBy } = context;
  const now: CallSnapshot = {
    ...{ callId, roomId, direction, type, peer, state, remoteOnHold, localOnHold },
    ...{ identity, transferOffer, endReason, endedBy },
    ...rest,
    local: { ...rest.local },
  };
  if (before === null) return freeze(now);
  const keys = Object.keys(now) as (keyof CallSnapshot)[];
  const changed = keys.filter((key) => !equal(before[key], now[key]));
  if (changed.length === 0) return before;
  const news = Object.fromEntries(changed.map((key) => [key, now[key]]));
  return freeze({ ...before, ...news });
}

function freeze(snapshot: CallSnapshot): CallSnapshot {
  for (const part of Object.values(snapshot)) {
    if (typeof part === 'object' && part !== null) Object.freeze(part);
  }
  return Object.freeze(snapshot);
}
