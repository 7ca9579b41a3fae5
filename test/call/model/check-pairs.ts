import type { Air } from './air.ts';
import type { SimulatedCall } from './simulated-call.ts';
import { must } from './violation.ts';

/** What must hold between calls at every moment. */
export function checkPairs(calls: readonly SimulatedCall[], air: Air): void {
  for (const call of calls) call.watch.ringsNotForEver();
  const callOf = (partyId: string): SimulatedCall | undefined =>
    calls.find(({ context }) => context.partyId === partyId);
  const paired = new Set<string>();
  for (const [one, other] of air.pairs()) {
    const [caller, callee] = [callOf(one.name), callOf(other.name)];
    if (caller === undefined || callee === undefined) continue;
    const { callId } = caller.context;
    must('at most one connected pair per call', !paired.has(callId), callId);
    paired.add(callId);
    const talk = caller.context.state === 'connected' && callee.context.state === 'connected';
    const agree = !talk || (knows(caller, callee) && knows(callee, caller));
    must('both sides agree on who talks to whom', agree, callId);
  }
}

function knows({ context }: SimulatedCall, other: SimulatedCall): boolean {
  const { remoteParty, peer, callId } = context;
  const party = remoteParty?.version === 0 || remoteParty?.id === other.context.partyId;
  return party && peer.userId === other.context.self.userId && callId === other.context.callId;
}
