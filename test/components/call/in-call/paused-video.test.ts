import { expect } from '@open-wc/testing';
import { PausedVideo } from '../../../../components/call/in-call/paused-video.ts';
import type { PeerStatistics } from '../../../../src/index.ts';

const moving = { width: 640, height: 360, framesPerSecond: 30 };
const good: PeerStatistics = {
  quality: 'good',
  roundTripTime: 40,
  lossReceived: 0,
  lossSent: 0,
  bitrateReceived: 900_000,
  bitrateSent: 900_000,
  video: { received: moving, sent: moving },
  audioLevelReceived: 0.2,
  localCandidateType: 'host',
  remoteCandidateType: 'host',
};
const weak: PeerStatistics = { ...good, quality: 'weak' };
const frozen = (statistics: PeerStatistics): PeerStatistics => ({
  ...statistics,
  video: { received: null, sent: moving },
});

describe('paused video', () => {
  function paused(samples: readonly PeerStatistics[], expectsVideo = true): boolean[] {
    const video = new PausedVideo();
    return samples.map((sample) => video.add(sample, expectsVideo));
  }
  const still = frozen(weak);

  it('is video that stands still for two seconds on a weak connection, until it moves', () => {
    expect(paused([weak, still, still, weak])).to.deep.equal([false, false, true, false]);
  });

  it('may have no frames, or no picture at all', () => {
    const none = { ...weak, video: { received: { ...moving, framesPerSecond: 0 }, sent: null } };
    expect(paused([none, none]).at(-1)).to.equal(true);
  });

  it('is not said on a good connection', () => {
    expect(paused(Array<PeerStatistics>(8).fill(frozen(good)))).not.to.include(true);
  });

  it('is not said where no video should come', () => {
    expect(paused([still, still, still], false)).not.to.include(true);
  });
});
