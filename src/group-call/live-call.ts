import type { MembershipBackend } from '../signalling/membership.ts';
import { groupCallKeyText, isWholeRoom } from './group-call-key.ts';
import type { GroupCallKey } from './group-call-key.ts';
import type { LiveMembership } from './live-membership.ts';

/** A call that somebody is in. `callId` is spelled as its first member spells it, and `backend` is that one's. */
export interface LiveCall extends GroupCallKey {
  readonly roomId: string;
  readonly backend: MembershipBackend;
  /** In the order in which they were seen to join; one at least. */
  readonly members: readonly LiveMembership[];
}

export function groupIntoCalls(roomId: string, members: readonly LiveMembership[]): readonly LiveCall[] {
  const byCall = new Map<string, [LiveMembership, ...LiveMembership[]]>();
  for (const member of members) {
    const key = groupCallKeyText(roomId, member);
    const inCall = byCall.get(key);
    if (inCall) inCall.push(member);
    else byCall.set(key, [member]);
  }
  return [...byCall.values()].map((inCall) => {
    const { callId, application, scope, backend } = inCall[0];
    return { roomId, callId, application, scope, backend, members: inCall };
  });
}

/** The call that somebody means who names only so much of it: the whole room's first, then the one with most people. */
export function chooseCall(calls: readonly LiveCall[], wish: Partial<GroupCallKey>): LiveCall | undefined {
  const meant = calls.filter(
    (call) =>
      (wish.callId === undefined ||
        call.callId === wish.callId ||
        (isWholeRoom(call.roomId, call) && isWholeRoom(call.roomId, { callId: wish.callId }))) &&
      (wish.application === undefined || call.application === wish.application) &&
      (wish.scope === undefined || call.scope === wish.scope),
  );
  const [best] = meant.toSorted(
    (a, b) =>
      Number(isWholeRoom(b.roomId, b)) - Number(isWholeRoom(a.roomId, a)) ||
      b.members.length - a.members.length,
  );
  return best;
}
