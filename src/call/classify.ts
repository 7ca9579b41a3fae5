import type { CallEvent } from '../signalling/call-event.ts';
import type { CallContext } from './call-context.ts';
import type { RemoteInput } from './call-input.ts';

/** A call event together with what the homeserver vouches for. */
export interface SignalledEvent {
  readonly event: CallEvent;
  readonly sender: string;
  readonly roomId: string;
  /** ms that it was old when it arrived. */
  readonly age: number;
}

export type Classified =
  | { readonly input: RemoteInput }
  /** Why it says nothing to this call: for the log. */
  | { readonly ignored: string };

/** What the other side's events are to the machine; their fields have the same names there. */
const INPUTS = {
  answer: 'answered',
  reject: 'rejected',
  hangup: 'hung-up',
  candidates: 'candidates',
  negotiate: 'negotiate',
  'metadata-changed': 'metadata',
  'asserted-identity': 'identity',
  'reject-replacement': 'transfer-rejected',
} as const satisfies Partial<Record<CallEvent['kind'], RemoteInput['type']>>;

/** What an event of this call means to this side of it. */
export function classify(context: CallContext, { event, sender }: SignalledEvent): Classified {
  const { self, peer, partyId, remoteParty, direction } = context;
  const own = sender === self.userId;
  if (own && event.partyId === partyId) return { ignored: 'our own echo' };
  // Before an answer was chosen any party of the callee may speak.
  const party = remoteParty === null || remoteParty.id === event.partyId;
  if (sender === peer.userId && party) return fromPeer(context, event);
  return own && direction === 'incoming' ? fromOwnDevice(event) : { ignored: 'another user or party' };
}

function fromOwnDevice({ kind }: CallEvent): Classified {
  if (kind === 'answer') return { input: { type: 'answered-elsewhere' } };
  // Version 0 declines by hanging up.
  if (kind === 'reject' || kind === 'hangup') return { input: { type: 'rejected-elsewhere' } };
  return { ignored: 'another device of ours' };
}

function fromPeer({ direction, partyId }: CallContext, event: CallEvent): Classified {
  const { kind, partyId: id, version } = event;
  const calleeSays = kind === 'answer' || kind === 'reject';
  if (kind === 'invite' || (direction === 'outgoing' ? kind === 'select-answer' : calleeSays)) {
    return { ignored: `${kind} from this side` };
  }
  if (kind === 'replaces') return { input: { type: 'transfer-offered', offer: event } };
  if (kind === 'select-answer') {
    return { input: { type: event.selectedPartyId === partyId ? 'selected' : 'selected-other' } };
  }
  // Each input has what its event has: the compiler cannot follow the pairing through the index.
  return { input: { ...event, party: { id, version }, type: INPUTS[kind] } as RemoteInput };
}
