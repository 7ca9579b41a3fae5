import type { MeshArrival } from '../../src/group-call/mesh-order.ts';
import type { CallEvent } from '../../src/signalling/call-event.ts';
import type { MeshSaid } from '../../src/signalling/mesh-event.ts';

export const ROOM = '!room:hs';
/** `membershipID` of the one who listens. */
export const OURS = 'our-session';

export const own = { callId: 'call', partyId: 'party', version: 1 } as const;
const offer = { type: 'offer', sdp: 'v=0 offer' } as const;
export const answer = { type: 'answer', sdp: 'v=0 answer' } as const;

export function invite(callId: string): Extract<CallEvent, { readonly kind: 'invite' }> {
  const capabilities = { transferee: false, dtmf: false };
  const to = { invitee: null, inviteeDeviceId: null };
  return { kind: 'invite', ...own, callId, lifetime: 30_000, offer, metadata: null, capabilities, ...to };
}

export function hangup(callId: string): CallEvent {
  return { kind: 'hangup', ...own, callId, reason: 'user_hangup' };
}

/** Each one another: `mark` comes back from `markOf`. */
export function candidates(mark: string, callId = 'call'): CallEvent {
  return { kind: 'candidates', ...own, callId, candidates: [{ candidate: mark }] };
}

export function markOf(event: MeshSaid): string {
  return event.kind === 'candidates' ? (event.candidates[0]?.candidate ?? '') : event.kind;
}

export interface Sent {
  readonly seq: number;
  readonly event?: MeshSaid;
  readonly userId?: string;
  readonly deviceId?: string;
  readonly session?: string;
  readonly dest?: string;
  readonly senderDevice?: string | null;
  readonly encrypted?: boolean;
}

/** From Bob's device B unless said otherwise. */
export function arrival(sent: Sent): MeshArrival {
  const { seq, event = candidates(`c${sent.seq}`), userId = '@bob:hs', deviceId = 'B' } = sent;
  const { session = 'session-b', dest = OURS, senderDevice = null, encrypted = true } = sent;
  const mesh = {
    event,
    roomId: ROOM,
    confId: ROOM,
    senderDeviceId: deviceId,
    senderSessionId: session,
    destSessionId: dest,
    seq,
  };
  return { userId, senderDevice, encrypted, mesh };
}
