import type { CallEvent } from '../signalling/call-event.ts';
import type { CallContext } from './call-context.ts';
import type { Party, RemoteInput } from './call-input.ts';

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

/** What an event of this call means to this side of it. */
export function classify(context: CallContext, { event, sender }: SignalledEvent): Classified {
  if (sender === context.self.userId && event.partyId === context.partyId) {
    return { ignored: 'our own echo' };
  }
  if (sender === context.peer.userId && isTheirParty(context, event)) {
    return fromPeer(context, event);
  }
  if (context.direction === 'incoming' && sender === context.self.userId) {
    return fromOwnDevice(event);
  }
  return { ignored: 'another user or party' };
}

/** Before an answer was chosen any party of the callee may speak. */
function isTheirParty(context: CallContext, event: CallEvent): boolean {
  return context.remoteParty === null || context.remoteParty.id === event.partyId;
}

function fromOwnDevice(event: CallEvent): Classified {
  switch (event.kind) {
    case 'answer':
      return { input: { type: 'answered-elsewhere' } };
    case 'reject':
    // Version 0 declines by hanging up.
    case 'hangup':
      return { input: { type: 'rejected-elsewhere' } };
    default:
      return { ignored: 'another device of ours' };
  }
}

function fromPeer(context: CallContext, event: CallEvent): Classified {
  const party: Party = { id: event.partyId, version: event.version };
  const outgoing = context.direction === 'outgoing';
  switch (event.kind) {
    case 'invite':
      return { ignored: 'invited already' };
    case 'answer':
      if (!outgoing) return { ignored: 'an answer from the caller' };
      return {
        input: { type: 'answered', party, answer: event.answer, metadata: event.metadata },
      };
    case 'reject':
      if (!outgoing) return { ignored: 'a reject from the caller' };
      return { input: { type: 'rejected', party, reason: event.reason } };
    case 'select-answer':
      if (outgoing) return { ignored: 'a choice of the callee' };
      return {
        input: {
          type: event.selectedPartyId === context.partyId ? 'selected' : 'selected-other',
        },
      };
    case 'hangup':
      return { input: { type: 'hung-up', reason: event.reason } };
    case 'candidates':
      return { input: { type: 'candidates', party, candidates: event.candidates } };
    case 'negotiate': {
      const { description, metadata } = event;
      return { input: { type: 'negotiate', description, metadata } };
    }
    case 'metadata-changed':
      return { input: { type: 'metadata', metadata: event.metadata } };
    case 'asserted-identity':
      return { input: { type: 'identity', identity: event.identity } };
    case 'replaces':
      return { input: { type: 'transfer-offered', offer: event } };
    case 'reject-replacement':
      return { input: { type: 'transfer-rejected' } };
  }
}
