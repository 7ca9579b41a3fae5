import { expect } from '@open-wc/testing';
import { playTone } from '../../../components/attention/tones.ts';
import { hear } from './heard-tone.ts';
import { StandIns } from './stand-ins.ts';
import { until } from '../../until.ts';

describe('the tones of coming and going', () => {
  const standIns = new StandIns();
  beforeEach(() => {
    standIns.clicked(true);
  });
  afterEach(() => {
    standIns.restore();
  });

  for (const [tone, direction] of [
    ['join', 1],
    ['leave', -1],
  ] as const) {
    it(`${tone}: soft, ${direction > 0 ? 'rising' : 'falling'}, over after 200 ms`, async () => {
      const over = new AbortController();
      standIns.put(AbortSignal, 'timeout', { value: () => over.signal });
      const heard = await hear(standIns, 1, () => playTone(tone, ''));
      over.abort();
      const rise = heard.pitch(0.12, 0.18) - heard.pitch(0.02, 0.08);
      expect(rise * direction).to.be.greaterThan(100);
      expect(heard.peak(0, 0.2)).to.be.within(0.02, 0.08);
      expect(heard.peak(0.201, 1)).to.equal(0);
    });
  }

  it('are heard once where two elements tell of the same', async () => {
    const contexts = standIns.recordContexts();
    const notes = (): number => starts.length;
    const starts: number[] = [];
    const Real = OscillatorNode;
    class Counted extends Real {
      override start(when?: number): void {
        starts.push(when ?? 0);
        super.start(when);
      }
    }
    standIns.put(globalThis, 'OscillatorNode', { value: Counted });
    await until(() => {
      playTone('join', '');
      return notes() > 0;
    }, 'what sounded before is over');
    playTone('join', '');
    expect(notes()).to.equal(2);
    await until(() => {
      playTone('join', '');
      return notes() > 2;
    }, 'it can be heard again');
    await until(() => contexts.every(({ state }) => state === 'closed'), 'closed');
  });

  it('are heard by one AudioContext, which is given back', async () => {
    const contexts = standIns.recordContexts();
    playTone('join', '');
    playTone('leave', '');
    expect(contexts).to.have.length(1);
    await until(() => contexts[0]!.state === 'closed', 'closed');
  });
});
