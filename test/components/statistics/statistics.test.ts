import { expect, html } from '@open-wc/testing';
import type { PeerStatistics } from 'famedly-calls';
import { FamedlySheet } from '../../../components/parts/sheet/sheet.ts';
import { FamedlyStatistics } from '../../../components/parts/statistics/statistics.ts';
import { atRest, stageWith } from '../sheet/stage.ts';
import type { TestStage } from '../sheet/stage.ts';

before(() => {
  customElements.define('famedly-statistics', FamedlyStatistics);
  customElements.define('famedly-sheet', FamedlySheet);
});

const measured: PeerStatistics = {
  quality: 'good',
  roundTripTime: 42.4,
  lossReceived: 0.0123,
  lossSent: null,
  bitrateReceived: 1_240_000,
  bitrateSent: 48_300,
  video: { received: { width: 1280, height: 720, framesPerSecond: 30 }, sent: null },
  audioLevelReceived: null,
  localCandidateType: 'host',
  remoteCandidateType: 'srflx',
};

async function shown(
  statistics: PeerStatistics | null,
  { tag = 'en', width = 800 } = {},
): Promise<[string[], TestStage]> {
  const stage = await stageWith(
    html`<famedly-sheet heading="Connection details"
      ><famedly-statistics .statistics=${statistics} tag=${tag}></famedly-statistics
    ></famedly-sheet>`,
    width,
  );
  const lines = stage.find('famedly-statistics').renderRoot.querySelectorAll('tbody tr, .fact');
  return [[...lines].map((line) => (line as HTMLElement).textContent.replace(/\s+/g, ' ').trim()), stage];
}

describe('famedly-statistics', () => {
  it('says how the connection does, both ways', async () => {
    const [lines, stage] = await shown(measured);
    expect(lines).to.deep.equal([
      'Data rate 1.2 Mbit/s 48 kbit/s',
      'Loss 1.2% –',
      'Picture 1280×720 –',
      'Round trip 42 ms',
      'Path Direct',
    ]);
    await expect(await atRest(stage)).to.be.accessible();
  });

  it('writes numbers as the language does', async () => {
    const [lines] = await shown(measured, { tag: 'de' });
    expect(lines.slice(0, 2)).to.deep.equal(['Data rate 1,2 Mbit/s 48 kbit/s', 'Loss 1,2 % –']);
  });

  it('says that a relay is between, at whichever end', async () => {
    for (const ends of [{ localCandidateType: 'relay' }, { remoteCandidateType: 'relay' }] as const) {
      const [lines] = await shown({ ...measured, ...ends });
      expect(lines.at(-1)).to.equal('Path By a relay');
    }
    const [lines] = await shown({ ...measured, remoteCandidateType: null });
    expect(lines.at(-1)).to.equal('Path –');
  });

  it('has its whole frame before anything is measured, and keeps its height after', async () => {
    for (const width of [240, 390, 800]) {
      const [lines, stage] = await shown(null, { width });
      expect(lines).to.deep.equal(['Data rate – –', 'Loss – –', 'Picture – –', 'Round trip –', 'Path –']);
      const part = stage.find('famedly-statistics');
      const height = part.offsetHeight;
      part.statistics = measured;
      await part.updateComplete;
      expect(part.offsetHeight, `${width}`).to.equal(height);
    }
  });
});
