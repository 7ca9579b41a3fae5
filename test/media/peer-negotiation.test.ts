import { expect } from '@open-wc/testing';
import { MediaError } from '../../src/media/media-error.ts';
import { connect, pair, seesVideo, sendDevices, side } from './pair.ts';
import { until } from '../until.ts';
import type { Pair } from './pair.ts';

async function code(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof MediaError) return error.code;
    throw error;
  }
  return 'none';
}

const isStable = ({ caller, callee }: Pair): boolean =>
  caller.connection.signalingState === 'stable' && callee.connection.signalingState === 'stable';

describe('negotiation', () => {
  let both: Pair;
  beforeEach(() => {
    both = pair();
  });
  afterEach(() => {
    both.close();
  });

  it('waits with what needs a new line until the first answer is done', async () => {
    const { caller, callee } = both;
    const camera = await navigator.mediaDevices.getUserMedia({ video: true });
    const [track] = camera.getVideoTracks();
    const offer = await caller.peer.createOffer({ video: false });
    caller.peer.setTrack('camera', track!);
    await callee.peer.acceptOffer(offer);
    callee.peer.setTrack('camera', track!);
    const answer = await callee.peer.createAnswer();
    expect(answer.sdp.match(/^m=/gm)).to.have.length(1);
    callee.peer.release();
    expect([...caller.offers, ...callee.offers]).to.deep.equal([]);
    await caller.peer.acceptAnswer(answer);
    await Promise.all([seesVideo(caller), seesVideo(callee)]);
    track!.stop();
  });

  it('of both at once ends with what both wanted', async () => {
    const { caller, callee } = both;
    await connect(both, { video: false });
    for (let round = 0; round < 5; round += 1) {
      caller.peer.restartIce({ relayOnly: false });
      callee.peer.restartIce({ relayOnly: false });
      caller.peer.setRemoteOnHold(round % 2 === 0);
      callee.peer.setRemoteOnHold(round % 3 === 0);
    }
    await until(() => isStable(both) && caller.offers.length + callee.offers.length > 0);
    await until(() => caller.connection.getTransceivers()[0]!.currentDirection === 'sendonly');
    expect(callee.connection.getTransceivers()[0]!.currentDirection).to.equal('recvonly');
  });

  it('ignores an answer that nobody asked for, and an offer that lost', async () => {
    const { caller, callee } = both;
    await connect(both, { video: false });
    const stray = { type: 'answer', sdp: callee.connection.localDescription!.sdp } as const;
    expect(await caller.peer.negotiate(stray)).to.equal(null);

    const lone = pair();
    const impolite = lone.caller;
    const first = await impolite.peer.createOffer({ video: false });
    expect(await impolite.peer.negotiate(first)).to.equal(null);
    expect(impolite.connection.signalingState).to.equal('have-local-offer');
    lone.close();
  });

  it('survives descriptions that make no sense', async () => {
    const { caller, callee } = both;
    await connect(both, { video: false });
    const good = caller.connection.localDescription!.sdp;
    const bad = [
      '',
      'v=0',
      'a'.repeat(200_000),
      '\0\r\n'.repeat(100),
      good.replaceAll(/^a=fingerprint.*\r\n/gm, ''),
      good.replace(/^m=audio/m, 'm=elsewhere'),
      good.replaceAll(/^a=mid:.*$/gm, 'a=mid:\u{1F4A3}'),
      good.replaceAll(/^a=ice-pwd:.*$/gm, 'a=ice-pwd:x'),
      good.replace(/^m=audio/m, 'm=video').replace(/^a=ice-ufrag:.*$/m, ''),
    ];
    for (const sdp of bad) {
      const answered = await code(callee.peer.negotiate({ type: 'offer', sdp }));
      expect(answered, sdp.slice(0, 20)).to.equal('bad-description');
      expect(callee.connection.signalingState).to.equal('stable');
    }
    await sendDevices(callee, { video: true });
    await seesVideo(caller);
  });

  it('goes on with its media after a description that Chromium itself never gets over', async () => {
    const { caller, callee } = both;
    await Promise.all([sendDevices(caller, { video: true }), sendDevices(callee, { video: true })]);
    await connect(both, { video: true });
    const sdp = caller.connection.localDescription!.sdp.replace(/a=fmtp:\d+ apt=\d+\r\n/, '');
    expect(await code(callee.peer.negotiate({ type: 'offer', sdp }))).to.equal('bad-description');
    callee.peer.restartIce({ relayOnly: false });
    callee.peer.setRemoteOnHold(true);
    callee.peer.setRemoteOnHold(false);
    await Promise.all([seesVideo(caller), seesVideo(callee)]);
    expect(callee.peer.connectivity).to.equal('connected');
  });

  it('refuses a first offer that makes no sense, and takes the next', async () => {
    const { caller } = both;
    const fresh = side(true);
    expect(await code(fresh.peer.acceptOffer({ type: 'offer', sdp: 'v=0\r\n' }))).to.equal('bad-description');
    await fresh.peer.acceptOffer(await caller.peer.createOffer({ video: true }));
    expect((await fresh.peer.createAnswer()).type).to.equal('answer');
    expect(await code(caller.peer.acceptAnswer({ type: 'answer', sdp: 'nonsense' }))).to.equal(
      'bad-description',
    );
    fresh.peer.close();
  });

  it('ends quietly when the peer closes under it', async () => {
    const { caller, callee } = both;
    let settled = false;
    const done = (): void => {
      settled = true;
    };
    const events: string[] = [];
    for (const name of ['candidates', 'connectivity', 'negotiation', 'remotestreams'] as const)
      caller.peer.on(name, () => events.push(name));
    const offer = caller.peer.createOffer({ video: true });
    offer.then(done, done);
    caller.peer.close();
    caller.peer.createAnswer().then(done, done);
    caller.peer.setTrack('camera', null);
    caller.peer.setRemoteOnHold(true);
    caller.peer.restartIce({ relayOnly: false });
    caller.peer.setIceServers([]);
    caller.peer.addCandidates([{ candidate: '' }]);
    caller.peer.release();
    await callee.peer.createOffer({ video: true });
    expect(settled).to.equal(false);
    expect(events).to.deep.equal([]);
  });
});
