import { expect } from '@open-wc/testing';
import { connect, pair, side } from './pair.ts';
import { until } from '../until.ts';
import type { Pair, Side } from './pair.ts';

interface PairStat extends RTCStats {
  readonly requestsSent?: number;
}

async function candidatePairs(of: Side): Promise<PairStat[]> {
  const pairs: PairStat[] = [];
  (await of.connection.getStats()).forEach((stat: PairStat) => {
    if (stat.type === 'candidate-pair') pairs.push(stat);
  });
  return pairs;
}

const isGathered = ({ connection }: Side): boolean => connection.iceGatheringState === 'complete';

describe('candidates', () => {
  let both: Pair;
  beforeEach(() => {
    both = pair();
  });
  afterEach(() => {
    both.close();
  });

  it('are held before the answer: no pair, no check, and nothing told', async () => {
    const { caller, callee } = both;
    await caller.peer.createOffer({ video: true });
    await until(() => isGathered(caller));
    const { sdp } = caller.connection.localDescription!;
    expect(sdp).to.contain('a=candidate:');
    await callee.peer.acceptOffer({ type: 'offer', sdp });
    await until(() => isGathered(callee));
    callee.peer.addCandidates(caller.peer.localCandidates());
    // Checks that should not be would have been made by then: others connect from nothing.
    const others = pair();
    await connect(others, { video: true });
    others.close();
    expect(await candidatePairs(callee)).to.deep.equal([]);
    expect(callee.connection.remoteDescription?.sdp).not.to.contain('a=candidate:');
    expect(callee.peer.connectivity).to.equal('new');
    expect(callee.batches).to.deep.equal([]);

    const answer = await callee.peer.createAnswer();
    expect(answer.sdp).to.contain('a=candidate:');
    callee.peer.release();
    await until(async () => (await candidatePairs(callee)).some(({ requestsSent = 0 }) => requestsSent > 0));
    await caller.peer.acceptAnswer(answer);
    await until(() => callee.peer.connectivity === 'connected');
  });

  it('ride in the description or are told later, each once, up to the end marker', async () => {
    const { caller, callee } = both;
    const offer = await caller.peer.createOffer({ video: true });
    await callee.peer.acceptOffer(offer);
    await until(() => isGathered(callee));
    const answer = await callee.peer.createAnswer();
    await until(() => [caller, callee].every(({ batches }) => batches.flat().at(-1)?.candidate === ''));
    for (const { side, sdp } of [
      { side: caller, sdp: offer.sdp },
      { side: callee, sdp: answer.sdp },
    ]) {
      const all = side.peer.localCandidates().map(({ candidate }) => candidate);
      expect(all.length).to.be.greaterThan(1);
      // In a description a candidate stands without its generation.
      const isInside = (candidate: string): boolean =>
        candidate !== '' && sdp.includes(candidate.split(' ufrag ')[0]!);
      const told = side.batches.flat().map(({ candidate }) => candidate);
      expect(told).to.deep.equal(all.filter((candidate) => !isInside(candidate)));
    }
    expect(callee.batches.flat()).to.have.length(1);
  });

  it('that come before the description wait for it', async () => {
    const { caller } = both;
    const early = side(true);
    const offer = await caller.peer.createOffer({ video: false });
    await until(() => isGathered(caller));
    early.peer.addCandidates(caller.peer.localCandidates());
    const bare = offer.sdp.replaceAll(/a=candidate:.*\r\n/g, '');
    await early.peer.acceptOffer({ type: 'offer', sdp: bare });
    early.peer.release();
    await until(async () => (await candidatePairs(early)).length > 0);
    early.peer.close();
  });

  it('of no line, no sense or a foreign generation change nothing', async () => {
    await connect(both, { video: false });
    both.caller.peer.addCandidates([
      { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host', sdpMid: 'nowhere' },
      { candidate: 'nonsense', sdpMid: '0' },
      { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host ufrag gone', sdpMid: '0' },
      { candidate: '' },
    ]);
    both.callee.peer.addCandidates(Array.from({ length: 2000 }, () => ({ candidate: 'x ufrag y' })));
    both.caller.peer.restartIce({ relayOnly: false });
    await until(() => both.caller.offers.length === 1 && both.caller.connection.signalingState === 'stable');
    expect(both.caller.peer.connectivity).to.equal('connected');
  });

  it('wait for their own description while others are applied', async () => {
    const { caller, callee } = both;
    await connect(both, { video: false });
    const lone = side(true);
    const offer = await caller.peer.createOffer({ video: false });
    const added: RTCIceCandidateInit[] = [];
    Object.defineProperty(lone.connection, 'addIceCandidate', {
      value: (init: RTCIceCandidateInit): Promise<void> => {
        added.push(init);
        return Promise.resolve();
      },
    });
    lone.peer.addCandidates([
      { candidate: 'candidate:1 1 udp 1 192.0.2.1 9 typ host ufrag late', sdpMid: '0' },
    ]);
    await lone.peer.acceptOffer({
      type: 'offer',
      sdp: callee.connection.localDescription!.sdp.replaceAll('a=setup:active', 'a=setup:actpass'),
    });
    lone.peer.release();
    await until(() => added.length > 0);
    const fromDescription = added.length;
    await lone.peer.negotiate({
      type: 'offer',
      sdp: offer.sdp
        .replaceAll(/a=ice-ufrag:.*/g, 'a=ice-ufrag:late')
        .replaceAll(/a=ice-pwd:.*/g, 'a=ice-pwd:abcdefghijklmnopqrstuvwx'),
    });
    expect(added.slice(fromDescription).map(({ candidate }) => candidate)).to.deep.equal([
      'candidate:1 1 udp 1 192.0.2.1 9 typ host ufrag late',
    ]);
    lone.peer.close();
  });

  it('of a new generation replace the old', async () => {
    const { caller, callee } = both;
    await connect(both, { video: false });
    await until(() => isGathered(caller));
    const before = caller.peer.localCandidates();
    const pairBefore = (await candidatePairs(callee)).map(({ id }) => id);
    caller.peer.restartIce({ relayOnly: false });
    await until(
      () =>
        caller.peer.localCandidates() !== before && caller.peer.localCandidates().at(-1)?.candidate === '',
    );
    const ufrags = caller.peer.localCandidates().map(({ candidate }) => / ufrag (\S+)/.exec(candidate)?.[1]);
    expect(new Set(ufrags.slice(0, -1)).size).to.equal(1);
    expect(before.map(({ candidate }) => candidate)).not.to.include(
      caller.peer.localCandidates()[0]!.candidate,
    );
    await until(async () =>
      (await candidatePairs(callee)).some(
        ({ id, requestsSent = 0 }) => !pairBefore.includes(id) && requestsSent > 0,
      ),
    );
    expect(caller.peer.connectivity).to.equal('connected');
  });

  it('only of relays are used after a restart through TURN', async () => {
    const { caller } = both;
    await connect(both, { video: false });
    caller.peer.restartIce({ relayOnly: true });
    await until(() => caller.offers.length === 1 && isGathered(caller));
    expect(caller.connection.getConfiguration().iceTransportPolicy).to.equal('relay');
    expect(caller.offers[0]!.sdp).not.to.contain('typ host');
    await until(() => caller.peer.localCandidates().at(-1)?.candidate === '');
    expect(caller.peer.localCandidates()).to.have.length(1);
  });
});
