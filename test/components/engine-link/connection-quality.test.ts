import { expect } from '@open-wc/testing';
import { ConnectionQuality } from '../../../components/engine-link/connection-quality.ts';
import type { PeerStatistics } from '../../../src/index.ts';

const moving = { width: 640, height: 360, framesPerSecond: 30 };
const good: PeerStatistics = {
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
const lossy = { ...good, lossReceived: 0.09 };
const frozen = (statistics: PeerStatistics): PeerStatistics => ({
  ...statistics,
  video: { received: null, sent: moving },
});

/** The quality after each second. `g` is a good one, `b` a bad one. */
function after(seconds: string, bad: PeerStatistics = lossy): string {
  const connection = new ConnectionQuality();
  return Array.from(seconds)
    .map((second) => {
      connection.add(second === 'b' ? bad : good, true);
      return connection.quality === 'weak' ? 'W' : '.';
    })
    .join('');
}

describe('the quality of a connection', () => {
  for (const [seconds, quality, why] of [
    ['gggggggg', '........', 'is good'],
    ['bbbgggbb', '........', 'is good through a few bad seconds'],
    ['bgbgbgbg', '........', 'is good while every other second is'],
    ['bbbb', '...W', 'is weak after four bad seconds'],
    ['gbbgbbg', '.....WW', 'is weak after four bad seconds of five'],
    ['bbbbgggg', '...WWWWW', 'is weak through four good seconds'],
    ['bbbbggggg', '...WWWWW.', 'is good again after five good seconds'],
    ['bbbbggggbggggg', '...WWWWWWWWWW.', 'is weak while a bad second comes in between'],
    ['bbbbgggggbbbb', '...WWWWW....W', 'is weak once more after four bad ones'],
  ] as const) {
    it(`${why}: ${seconds}`, () => {
      expect(after(seconds)).to.equal(quality);
    });
  }

  for (const [what, statistics, quality] of [
    ['8 % loss', { ...good, lossReceived: 0.08 }, '.....'],
    ['more loss', { ...good, lossReceived: 0.081 }, '...WW'],
    ['more loss there', { ...good, lossSent: 0.081 }, '...WW'],
    ['600 ms', { ...good, roundTripTime: 600 }, '.....'],
    ['a longer way', { ...good, roundTripTime: 601 }, '...WW'],
    ['nothing measured', { ...good, roundTripTime: null, lossReceived: null, lossSent: null }, '.....'],
  ] as const) {
    it(`is ${quality.includes('W') ? 'weak' : 'good'} with ${what}`, () => {
      expect(after('bbbbb', statistics)).to.equal(quality);
    });
  }
});

describe('paused video', () => {
  function paused(samples: readonly PeerStatistics[], expectsVideo = true): boolean[] {
    const connection = new ConnectionQuality();
    return samples.map((sample) => {
      connection.add(sample, expectsVideo);
      return connection.videoPaused;
    });
  }
  const weak = [lossy, lossy, lossy, lossy];
  const still = frozen(lossy);

  it('is video that stands still for two seconds on a weak connection, until it moves', () => {
    expect(paused([...weak, still, still, lossy]).slice(4)).to.deep.equal([false, true, false]);
  });

  it('may have no frames, or no picture at all', () => {
    const none = { ...lossy, video: { received: { ...moving, framesPerSecond: 0 }, sent: null } };
    expect(paused([...weak, none, none]).at(-1)).to.equal(true);
  });

  it('is not said on a good connection', () => {
    expect(paused(Array<PeerStatistics>(8).fill(frozen(good)))).not.to.include(true);
  });

  it('is not said where no video should come', () => {
    expect(paused([...weak, still, still, still], false)).not.to.include(true);
  });
});
