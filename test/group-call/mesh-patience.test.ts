import { expect } from '@open-wc/testing';
import { hasFailed, patience, takesLong } from '../../src/group-call/mesh-patience.ts';

describe('waiting for media', () => {
  const waiting = { state: 'inviting', waitingSince: 5_000 } as const;

  it('takes long after 10 s, and has failed after 30 s', () => {
    const at = (now: number) => [takesLong(waiting, now), hasFailed(waiting, now)];
    expect([14_999, 15_000, 34_999, 35_000].map(at)).to.deep.equal([
      [false, false],
      [true, false],
      [true, false],
      [true, true],
    ]);
  });

  it('is nothing while media flow', () => {
    for (const state of ['connected', 'leaving'] as const) {
      const flowing = { ...waiting, state };
      expect([takesLong(flowing, 99_000), hasFailed(flowing, 99_000)]).to.deep.equal([false, false]);
    }
  });

  it('changes its name at two instants for each that waits', () => {
    const pair = { ...waiting, id: 'ben' };
    expect(patience([pair, { ...pair, id: 'carla', state: 'connected' }])).to.deep.equal([
      ['ben', 15_000],
      ['ben', 35_000],
    ]);
  });
});
