import { expect, html } from '@open-wc/testing';
import { de } from '../../../components/locales/de.ts';
import { en } from '../../../components/locales/en.ts';
import { FamedlyDuration } from '../../../components/parts/duration/duration.ts';
import { FamedlyCallHeader } from '../../../components/parts/header/header.ts';
import { lock, micOff } from '../../../components/parts/icon/icons.ts';
import { stageWith } from '../sheet/stage.ts';
import type { TestStage } from '../sheet/stage.ts';

before(() => {
  if (!customElements.get('famedly-duration')) customElements.define('famedly-duration', FamedlyDuration);
  if (!customElements.get('famedly-call-header'))
    customElements.define('famedly-call-header', FamedlyCallHeader);
});

async function header(properties: Partial<FamedlyCallHeader> = {}, width = 800): Promise<TestStage> {
  const stage = await stageWith(html`<famedly-call-header><p>Banner</p></famedly-call-header>`, width);
  Object.assign(stage.find('famedly-call-header'), { words: en }, properties);
  stage.style.setProperty('--_duration-quick', '0s');
  await stage.find('famedly-call-header').updateComplete;
  return stage;
}

const all = (stage: TestStage, selector: string) => [
  ...stage.find('famedly-call-header').renderRoot.querySelectorAll<HTMLElement>(selector),
];
const shown = (stage: TestStage, selector: string) =>
  all(stage, selector).filter((each) => each.checkVisibility());
/** What is to be read on each chip. */
const chips = (stage: TestStage) =>
  shown(stage, '.chip').map((chip) => chip.innerText.replace(/\s+/g, ' ').trim());

const muted = { icon: micOff, short: 'Muted', long: 'Anna is muted' };
const sharing = { icon: lock, short: '', long: 'Anna is sharing a screen' };
const everything: Partial<FamedlyCallHeader> = {
  name: 'Anna Berger',
  since: Date.now(),
  encrypted: true,
  notes: [muted, sharing],
  views: { pictureInPicture: true, fullScreen: true, isFullScreen: false },
};

describe('famedly-call-header', () => {
  it('takes no room for a row in which nothing is', async () => {
    const stage = await header();
    expect(shown(stage, '.row')).to.be.empty;
    expect(stage.find('famedly-call-header').textContent).to.equal('Banner');
  });

  it('says who and how long, and to ears that it is encrypted', async () => {
    const stage = await header({ ...everything, notes: [] });
    expect(all(stage, 'b')[0]?.textContent).to.equal('Anna Berger');
    expect(all(stage, 'famedly-duration')).to.have.lengthOf(1);
    expect(shown(stage, '.for-ears')[0]?.textContent).to.equal('End-to-end encrypted');
    expect(all(await header({ name: 'Anna', since: null }), 'famedly-duration')).to.be.empty;
    expect(all(await header({ name: 'Anna' }), '.for-ears')).to.be.empty;
  });

  it('says that it is encrypted in words where the name is elsewhere, as many as there is room for', async () => {
    expect(chips(await header({ encrypted: true }, 320))).to.deep.equal(['End-to-end encrypted']);
    expect(chips(await header({ encrypted: true }, 240))).to.deep.equal(['Encrypted']);
    expect(chips(await header({ encrypted: true, words: de }, 240))).to.deep.equal(['Verschlüsselt']);
    expect(chips(await header({ encrypted: false }))).to.deep.equal([]);
  });

  it('says what is to be known: long from 600 px, short or not at all below', async () => {
    expect(chips(await header({ notes: [muted, sharing] }, 600))).to.deep.equal([
      'Anna is muted',
      'Anna is sharing a screen',
    ]);
    for (const width of [240, 390, 599])
      expect(chips(await header({ notes: [muted, sharing] }, width))).to.deep.equal(['Muted']);
  });

  it('has ways to look at the call from 600 px, in targets of 44 px', async () => {
    const labels = (stage: TestStage) => shown(stage, 'button').map(({ ariaLabel }) => ariaLabel);
    const stage = await header(everything);
    expect(labels(stage)).to.deep.equal(['Picture in picture', 'Full screen']);
    for (const button of shown(stage, 'button'))
      expect(Math.min(button.offsetWidth, button.offsetHeight)).to.be.at.least(44);
    for (const button of shown(stage, 'button')) button.click();
    expect(stage.requests).to.deep.equal([{ do: 'picture-in-picture' }, { do: 'full-screen' }]);
    expect(labels(await header(everything, 599))).to.deep.equal([]);
  });

  it('has those that can be had, and says how to leave full screen', async () => {
    const none = { pictureInPicture: false, fullScreen: false, isFullScreen: false };
    const labels = async (views: Partial<typeof none>) =>
      all(await header({ views: { ...none, ...views } }), 'button').map(({ ariaLabel }) => ariaLabel);
    expect(await labels({})).to.deep.equal([]);
    expect(await labels({ pictureInPicture: true })).to.deep.equal(['Picture in picture']);
    expect(await labels({ fullScreen: true, isFullScreen: true })).to.deep.equal(['Leave full screen']);
  });

  it('stays in its box, whatever the name is, in both directions', async () => {
    const name = 'Maximiliane-Friederike von der Donaudampfschifffahrtsgesellschaft zu Hohenlohe-Waldenburg';
    const notes = [
      { icon: micOff, short: de.muted, long: de.isMuted('Maximiliane-Friederike') },
      { icon: lock, short: de.sharing, long: de.youAreSharing },
    ];
    for (const width of [240, 320, 390, 600, 800, 1440]) {
      for (const dir of ['ltr', 'rtl']) {
        const stage = await header({ ...everything, words: de, name, notes }, width);
        stage.dir = dir;
        const box = stage.getBoundingClientRect();
        for (const each of shown(stage, '.chip, button, b, famedly-duration, .icon')) {
          const { left, right } = each.getBoundingClientRect();
          expect(left, `${width} ${dir} ${each.className}`).to.be.at.least(box.left - 0.1);
          expect(right, `${width} ${dir} ${each.className}`).to.be.at.most(box.right + 0.1);
        }
        const [bold] = all(stage, 'b');
        expect(bold!.offsetWidth, 'something of the name is to be read').to.be.at.least(60);
      }
    }
  });

  it('keeps the direction of a name to itself', async () => {
    const stage = await header({ name: 'דנה' });
    expect(getComputedStyle(all(stage, 'bdi')[0]!).direction).to.equal('rtl');
    expect(getComputedStyle(all(stage, '.chip')[0]!).direction).to.equal('ltr');
  });

  for (const theme of ['light', 'dark', 'high-contrast']) {
    for (const [width, properties] of [
      [800, everything],
      [390, everything],
      [240, { encrypted: true }],
    ] as const) {
      it(`is accessible: ${theme}, ${width} px`, async () => {
        const stage = await header(properties, width);
        stage.setAttribute('theme', theme);
        await expect(stage).to.be.accessible();
        stage.find('famedly-call-header').replaceChildren();
        stage.find('famedly-call-header').onMedia = true;
        await stage.find('famedly-call-header').updateComplete;
        await expect(stage).to.be.accessible();
      });
    }
  }
});
