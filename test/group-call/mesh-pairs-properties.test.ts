import { expect } from '@open-wc/testing';
import * as fc from 'fast-check';
import type { MeshPairCommand } from '../../src/group-call/mesh-pair-command.ts';
import type { MeshPeer } from '../../src/group-call/mesh-pair.ts';
import { MeshPairs } from '../../src/group-call/mesh-pairs.ts';
import type { MeshPairReport } from '../../src/group-call/mesh-pairs.ts';
import { candidates, hangup, invite } from './arrivals.ts';

const USERS = ['@alice:hs', '@bob:hs', '@carol:hs', '@dan:hs'];

type Happening =
  | { readonly what: 'members'; readonly peers: readonly MeshPeer[] }
  | { readonly what: 'heard'; readonly peer: string; readonly kind: string; readonly call: number }
  | { readonly what: 'report'; readonly type: MeshPairReport['type']; readonly call: number }
  | { readonly what: 'announced' }
  | { readonly what: 'time'; readonly ms: number };

const member: fc.Arbitrary<MeshPeer> = fc.record({
  userId: fc.constantFrom(...USERS),
  deviceId: fc.constantFrom('A', 'B'),
  membershipId: fc.constantFrom('first', 'first', 'first', 'second'),
  dialect: fc.constantFrom('deployed' as const, 'documented' as const),
  feeds: fc.constant([]),
});
const peerId = fc.tuple(fc.constantFrom(...USERS), fc.constantFrom('A', 'B')).map((pair) => pair.join(':'));
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    what: fc.constant('members' as const),
    peers: fc.array(member, { maxLength: 12, size: 'max' }),
  }),
  fc.record({
    what: fc.constant('heard' as const),
    peer: peerId,
    kind: fc.constantFrom('invite', 'invited-again', 'candidates', 'hangup'),
    call: fc.nat(5),
  }),
  fc.record({
    what: fc.constant('report' as const),
    type: fc.constantFrom<MeshPairReport['type']>('answered', 'media-connected', 'media-lost', 'ended'),
    call: fc.nat(30),
  }),
  fc.constant({ what: 'announced' as const }),
  fc.record({ what: fc.constant('time' as const), ms: fc.nat(40_000) }),
);

/** Carries out what pairs ask for, and complains of what cannot be carried out. */
class Calls {
  /** Call id → pair, of calls that are open. */
  readonly open = new Map<string, string>();
  /** Of all calls that ever were. */
  readonly all: { readonly pair: string; readonly callId: string }[] = [];

  execute(commands: readonly MeshPairCommand[]): void {
    for (const command of commands) {
      const { pair, callId } = command;
      if (command.do === 'invite' || command.do === 'accept') {
        expect(
          this.all.some((call) => call.callId === callId && call.pair === pair),
          'a second call',
        ).to.equal(false);
        expect([...this.open.values()], 'two calls of a pair').not.to.include(pair);
        this.open.set(callId, pair);
        this.all.push({ pair, callId });
      } else {
        expect(this.open.get(callId), `${command.do} without a call`).to.equal(pair);
        if (command.do === 'end') this.open.delete(callId);
      }
    }
  }
}

function carryOut(pairs: MeshPairs, calls: Calls, one: Happening, now: number): void {
  switch (one.what) {
    case 'members':
      calls.execute(pairs.members(one.peers, now));
      break;
    case 'announced':
      calls.execute(pairs.announced(now));
      break;
    case 'time':
      calls.execute(pairs.due(now));
      break;
    case 'report': {
      const call = calls.all[one.call];
      if (call === undefined) break;
      // A call reports no more when it was ended, and nothing after its end.
      if (one.type === 'ended') calls.open.delete(call.callId);
      calls.execute(pairs.report(call.pair, { type: one.type, callId: call.callId }, now));
      break;
    }
    case 'heard': {
      const { peer, kind } = one;
      const callId = kind === 'candidates' ? (calls.all[one.call]?.callId ?? 'none') : `${peer}/${one.call}`;
      const events = { invite, hangup, candidates: () => candidates('c', callId) } as const;
      calls.execute(
        kind === 'invited-again'
          ? pairs.heard({ to: 'invited-again', peer, event: invite(callId) }, now)
          : pairs.heard({ to: 'call', peer, event: events[kind as keyof typeof events](callId) }, now),
      );
    }
  }
}

describe('pairs, whatever happens to them', () => {
  it('have one call at most, ask nothing of a call that is not, and leave none behind', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 60, size: 'max' }), (happenings) => {
        let [now, ids] = [0, 0];
        const self = { userId: '@bob:hs', deviceId: 'B' };
        const pairs = new MeshPairs({ self, newCallId: () => `own-${(ids += 1)}` });
        const calls = new Calls();
        for (const one of happenings) {
          now += one.what === 'time' ? one.ms : 0;
          carryOut(pairs, calls, one, now);
          const known = pairs.pairs.flatMap(({ id, callId }) => (callId === null ? [] : [`${callId} ${id}`]));
          expect(known.sort()).to.deep.equal([...calls.open].map((call) => call.join(' ')).sort());
          if (one.what === 'time') expect(pairs.wakeAt ?? Infinity).to.be.greaterThan(now);
        }
        calls.execute(pairs.close(now));
        expect([...calls.open]).to.deep.equal([]);
        expect([pairs.pairs, pairs.wakeAt]).to.deep.equal([[], null]);
      }),
      { numRuns: 2_000 },
    );
  });
});
