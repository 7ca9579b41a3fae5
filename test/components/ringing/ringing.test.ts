import { expect, html } from '@open-wc/testing';
import { de } from '../../../components/locales/de.ts';
import { en } from '../../../components/locales/en.ts';
import { FamedlyAvatar } from '../../../components/parts/avatar/avatar.ts';
import { FamedlyRinging } from '../../../components/parts/ringing/ringing.ts';
import type { RingingKind } from '../../../components/parts/ringing/ringing.ts';
import { ringingStyles } from '../../../components/parts/ringing/ringing.styles.ts';
import { voiceStyles } from '../../../components/parts/ringing/voice.styles.ts';
import { extend } from '../../../components/theme/extend.ts';
import { painted } from '../locales/painted.ts';
import { focused, stageWith } from '../sheet/stage.ts';
import type { TestStage } from '../sheet/stage.ts';

before(() => {
  if (!customElements.get('famedly-avatar')) customElements.define('famedly-avatar', FamedlyAvatar);
  if (!customElements.get('famedly-ringing')) customElements.define('famedly-ringing', FamedlyRinging);
  extend(ringingStyles, voiceStyles);
});

async function ringing(
  properties: Partial<FamedlyRinging> = {},
  width = 800,
  height = 640,
): Promise<TestStage> {
  const stage = await stageWith(
    html`<famedly-ringing
      kind="outgoing"
      name="Anna Berger"
      .userId=${'@anna:one.test'}
      .words=${en}
    ></famedly-ringing>`,
    width,
  );
  stage.style.setProperty('block-size', `${height}px`);
  const element = stage.find('famedly-ringing');
  element.style.setProperty('block-size', '100%');
  Object.assign(element, properties);
  await element.updateComplete;
  return stage;
}

const video: Partial<FamedlyRinging> = {
  kind: 'incoming',
  type: 'video',
  line: 'Video call',
  hint: en.devicesStayOff,
  canSilence: true,
};

const part = (stage: TestStage, selector: string) =>
  stage.find('famedly-ringing').renderRoot.querySelector<HTMLElement>(selector);
const buttons = (stage: TestStage) => [
  ...stage.find('famedly-ringing').renderRoot.querySelectorAll('button'),
];
const labels = (stage: TestStage) => buttons(stage).map((button) => button.textContent.trim());
const press = (stage: TestStage, label: string) =>
  buttons(stage)
    .find((button) => button.textContent.trim() === label)
    ?.click();

describe('famedly-ringing', () => {
  it('says who calls and from where, with three answers to video and two to voice', async () => {
    const stage = await ringing({ ...video, line: 'Video call from Team' });
    expect(part(stage, 'h2')?.textContent).to.equal('Anna Berger');
    expect(part(stage, '.lead')?.textContent).to.equal('Video call from Team');
    expect(labels(stage)).to.deep.equal(['Silence', 'Decline', 'Voice only', 'Answer']);
    const voice = await ringing({ ...video, type: 'voice', canSilence: false });
    expect(labels(voice)).to.deep.equal(['Decline', 'Answer']);
  });

  const presses: [type: 'video' | 'voice', label: string, request: unknown][] = [
    ['video', 'Silence', { do: 'silence' }],
    ['video', 'Decline', { do: 'hangup' }],
    ['video', 'Voice only', { do: 'answer', type: 'voice' }],
    ['video', 'Answer', { do: 'answer', type: 'video' }],
    ['voice', 'Answer', { do: 'answer', type: 'voice' }],
    ['voice', 'Decline', { do: 'hangup' }],
  ];
  for (const [type, label, request] of presses) {
    it(`asks for what is pressed: ${label} to ${type}`, async () => {
      const stage = await ringing({ ...video, type });
      press(stage, label);
      expect(stage.requests).to.deep.equal([request]);
    });
  }

  for (const kind of ['outgoing', 'connecting', 'voice'] as const) {
    it(`has no answers and no line that is empty: ${kind}`, async () => {
      const stage = await ringing({ kind });
      expect(labels(stage)).to.deep.equal([]);
      expect(stage.find('famedly-ringing').renderRoot.querySelectorAll('p')).to.have.lengthOf(0);
    });
  }

  it('takes the focus to the answer, and nowhere where there is none', async () => {
    const stage = await ringing(video);
    stage.find('famedly-ringing').focus();
    expect(focused()?.textContent.trim()).to.equal('Answer');
    (focused() as HTMLElement).blur();
    const element = stage.find('famedly-ringing');
    element.kind = 'outgoing';
    await element.updateComplete;
    element.focus();
    expect(focused()).to.equal(document.body);
  });

  it('shows how loud the other side is', async () => {
    const stage = await ringing({ kind: 'voice' });
    const ring = () => Number(getComputedStyle(part(stage, '.rings')!, '::before').opacity);
    expect(ring()).to.equal(0);
    const { style } = stage.find('famedly-ringing');
    style.setProperty('--_level', '0.3');
    expect(ring()).to.be.closeTo(0.6, 0.01);
    style.setProperty('--_level', '1');
    expect(ring()).to.equal(1);
  });

  it('moves only where the person has nothing against it', async () => {
    const stage = await ringing({ kind: 'outgoing' });
    const name = () => getComputedStyle(part(stage, '.rings')!, '::before').animationName;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    expect(name()).to.equal(still ? 'none' : 'ring');
  });

  it('keeps to its box, however small it is and long the words are, and the answers stay in sight', async () => {
    const boxes = [
      [240, 480],
      [320, 400],
      [390, 700],
      [600, 340],
      [800, 600],
      [1440, 900],
    ] as const;
    const name = 'Maximiliane-Friederike von der Donaudampfschifffahrtsgesellschaft';
    for (const [width, height] of boxes) {
      for (const dir of ['ltr', 'rtl']) {
        const stage = await ringing({ ...video, words: de, name }, width, height);
        stage.dir = dir;
        const box = stage.getBoundingClientRect();
        const where = `${width}×${height} ${dir}`;
        for (const button of buttons(stage)) {
          const { left, right, top, bottom, height: tall } = button.getBoundingClientRect();
          expect(left, where).to.be.at.least(box.left);
          expect(right, where).to.be.at.most(box.right);
          expect(top, where).to.be.at.least(box.top);
          expect(bottom, where).to.be.at.most(box.bottom);
          expect(tall, where).to.be.at.least(44);
          expect(button.scrollWidth, `${where} ${button.textContent.trim()}`).to.be.at.most(
            button.clientWidth,
          );
        }
        const centre = part(stage, '.centre')!;
        expect(centre.scrollWidth, where).to.be.at.most(centre.clientWidth);
      }
    }
  });

  it('leaves hints out where there is little room', async () => {
    const hint = (stage: TestStage) => part(stage, '.hint')?.checkVisibility();
    expect(hint(await ringing(video))).to.be.true;
    expect(hint(await ringing(video, 240, 480))).to.be.false;
    expect(hint(await ringing(video, 600, 340))).to.be.false;
  });

  it('keeps the direction of a name to itself', async () => {
    const stage = await ringing({ kind: 'outgoing', name: 'דנה', line: 'Ringing…' });
    expect(getComputedStyle(part(stage, 'h2')!).direction).to.equal('rtl');
    expect(getComputedStyle(part(stage, '.lead')!).direction).to.equal('ltr');
  });

  it('keeps the direction of its sentences, whatever that of the page is', async () => {
    const stage = await ringing({ kind: 'outgoing', line: 'Ringing…' });
    stage.dir = 'rtl';
    expect(painted(part(stage, '.lead')!)).to.equal('Ringing…');
  });

  const kinds: [kind: RingingKind, more?: Partial<FamedlyRinging>][] = [
    ['outgoing', { line: 'Ringing…' }],
    ['incoming', video],
    ['connecting', { line: 'Connecting…' }],
    ['voice'],
  ];
  for (const [kind, more] of kinds) {
    for (const theme of ['light', 'dark', 'high-contrast']) {
      it(`is accessible: ${kind}, ${theme}`, async () => {
        const stage = await ringing({ kind, ...more });
        stage.setAttribute('theme', theme);
        stage.style.setProperty('--_duration-quick', '0s');
        await expect(stage).to.be.accessible();
      });
    }
  }
});
