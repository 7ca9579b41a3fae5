import { expect } from '@open-wc/testing';
import { ConnectionQuality } from '../../src/media/peer/connection-quality.ts';

const good = { roundTripTime: 40, lossReceived: 0, lossSent: 0 };
const lossy = { ...good, lossReceived: 0.09 };

/** The quality after each second. `g` is a good one, `b` a bad one. */
function after(seconds: string, bad: Parameters<ConnectionQuality['add']>[0] = lossy): string {
  const connection = new ConnectionQuality();
  return Array.from(seconds)
    .map((second) => (connection.add(second === 'b' ? bad : good) === 'weak' ? 'W' : '.'))
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
