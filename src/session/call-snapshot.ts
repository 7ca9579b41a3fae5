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

type OfContext = (typeof OF_CONTEXT)[number];

/** What a snapshot shows of the machine; the rest of the context is nobody's concern. */
const OF_CONTEXT = [
  'callId',
  'roomId',
  'direction',
  'type',
  'peer',
  'state',
  'remoteOnHold',
  'localOnHold',
  'identity',
  'transferOffer',
  'endReason',
  'endedBy',
] as const satisfies readonly (keyof CallContext & keyof CallSnapshot)[];

/** What else it shows. */
export type SnapshotFacts = Omit<CallSnapshot, OfContext>;

/** The same object when nothing changed, else a new one whose unchanged parts are the old ones. */
export function nextSnapshot(
  before: CallSnapshot | null,
  context: CallContext,
  facts: SnapshotFacts,
): CallSnapshot {
  const shown = Object.fromEntries(OF_CONTEXT.map((key) => [key, context[key]]));
  const now = { ...shown, ...facts } as CallSnapshot;
  const changes = Object.entries(now).filter(([key, value]) => {
    const old = before?.[key as keyof CallSnapshot];
    return old !== value && JSON.stringify(old) !== JSON.stringify(value);
  });
  if (before !== null && changes.length === 0) return before;
  for (const [, part] of changes) Object.freeze(part);
  return Object.freeze({ ...before, ...(Object.fromEntries(changes) as unknown as CallSnapshot) });
}
