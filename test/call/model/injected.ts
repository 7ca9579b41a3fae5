import type { CallContext } from '../../../src/call/call-context.ts';
import type { CallEvent } from '../../../src/signalling/call-event.ts';
import type { InjectedKind } from './schedule.ts';
import type { SimulatedCall } from './simulated-call.ts';

const CAPABILITIES = { transferee: true, dtmf: true };

/** What the other side of a call might say whenever it likes, with its own name for itself. */
export function injected(kind: InjectedKind, to: CallContext, from: SimulatedCall): CallEvent {
  const version = to.remoteParty?.version ?? 1;
  const partyId = to.remoteParty === null ? from.context.partyId : to.remoteParty.id;
  const own = { callId: to.callId, partyId, version } as const;
  const metadata = from.metadata();
  switch (kind) {
    case 'answer': {
      const answer = { type: 'answer', sdp: 'nonsense' } as const;
      return { kind, ...own, answer, metadata, capabilities: CAPABILITIES };
    }
    case 'reject':
    case 'hangup':
      return { kind, ...own, reason: 'user_hangup' };
    case 'select-other':
      return { kind: 'select-answer', ...own, selectedPartyId: 'somebody else' };
    case 'select-you':
      return { kind: 'select-answer', ...own, selectedPartyId: to.partyId };
    case 'candidates':
      return { kind, ...own, candidates: [from.peer.candidate(7)] };
    case 'negotiate': {
      const description = { type: 'offer', sdp: 'nonsense' } as const;
      return { kind, ...own, description, lifetime: 30_000, metadata: null };
    }
    case 'metadata':
      return { kind: 'metadata-changed', ...own, metadata };
    case 'identity':
      return { kind: 'asserted-identity', ...own, identity: null };
    case 'transfer': {
      const target = { userId: to.self.userId, displayName: null, avatarUrl: null };
      const calls = { createCall: `${to.callId}x`, awaitCall: null, targetRoom: null };
      return { kind: 'replaces', ...own, replacementId: 'r', target, ...calls };
    }
    case 'reject-transfer':
      return { kind: 'reject-replacement', ...own, replacementId: 'r' };
  }
}
