import { expect, html } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { en } from '../../../components/locales/en.ts';
import { FamedlyAvatar } from '../../../components/parts/avatar/avatar.ts';
import { FamedlyCard } from '../../../components/parts/card/card.ts';
import type { Card } from '../../../components/parts/card/card.ts';
import { camera, cameraOff, phone } from '../../../components/parts/icon/icons.ts';
import { focused, stageWith } from '../sheet/stage.ts';
import type { TestStage } from '../sheet/stage.ts';

before(() => {
  if (!customElements.get('famedly-avatar')) customElements.define('famedly-avatar', FamedlyAvatar);
  if (!customElements.get('famedly-card')) customElements.define('famedly-card', FamedlyCard);
});

const anna = { name: 'Anna Berger', userId: '@anna:one.test', avatar: '' };
const idle: Card = {
  picture: anna,
  title: 'Anna Berger',
  lines: [],
  encrypted: true,
  actions: [
    { label: 'Voice call', icon: phone, request: { do: 'call', type: 'voice' } },
    { label: 'Video call', icon: camera, primary: true, request: { do: 'call', type: 'video' } },
  ],
};
const missed: Card = {
  picture: { ...anna, mark: 'missed' },
  title: 'Missed video call',
  lines: ['Anna Berger, today at 14:32'],
  actions: [
    { label: 'Dismiss', request: { do: 'dismiss' } },
    { label: 'Call back', icon: camera, primary: true, request: { do: 'call', type: 'video' } },
  ],
};
const hold: Card = {
  picture: { ...anna, mark: 'hold' },
  title: 'You put Anna on hold',
  lines: ['Neither of you can hear or see the other.'],
  actions: [{ label: 'Resume', primary: true, request: { do: 'hold', on: false } }],
};
const blocked: Card = {
  picture: { icon: cameraOff },
  title: 'Camera and microphone are blocked',
  lines: [],
  steps: en.allowChromium,
  actions: [
    { label: 'Join without them', request: { do: 'dismiss' } },
    { label: 'Try again', primary: true, request: { do: 'retry', slot: null } },
  ],
};
const loading: Card = { picture: 'busy', title: 'Getting ready…', lines: [], actions: [] };

async function show(
  shown: Card,
  [width, height]: [number, number] = [390, 700],
): Promise<{ stage: TestStage; card: FamedlyCard }> {
  const stage = await stageWith(html`<famedly-card .words=${en} .card=${shown}></famedly-card>`, width);
  stage.style.setProperty('block-size', `${height}px`);
  const card = stage.find('famedly-card');
  card.style.setProperty('block-size', '100%');
  await card.updateComplete;
  return { stage, card };
}

const buttons = (card: FamedlyCard) => [...card.renderRoot.querySelectorAll('button')];
const texts = (card: FamedlyCard, selector: string) =>
  [...card.renderRoot.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
const focusedLabel = () => focused()?.textContent.trim();

describe('famedly-card', () => {
  it('says one thing, what more there is, and what to do in order', async () => {
    const { card } = await show({ ...blocked, lines: ['One.', '<i>Two</i>.'] });
    expect(texts(card, 'h2')).to.deep.equal([blocked.title]);
    expect(texts(card, '.sub')).to.deep.equal(['One.', '<i>Two</i>.']);
    expect(texts(card, 'ol > li')).to.deep.equal(en.allowChromium);
  });

  it('asks for what is pressed', async () => {
    const { stage, card } = await show(blocked);
    for (const button of buttons(card)) button.click();
    expect(stage.requests).to.deep.equal([{ do: 'dismiss' }, { do: 'retry', slot: null }]);
  });

  it('says that a room is encrypted only where it is', async () => {
    const { card } = await show(idle);
    expect(texts(card, '.caption')).to.deep.equal(['End-to-end encrypted']);
    card.card = { ...idle, encrypted: false };
    await card.updateComplete;
    expect(texts(card, '.caption')).to.deep.equal([]);
  });

  it('gives the focus to the primary action, else to the first, else to none', async () => {
    const { card } = await show(blocked);
    card.focus();
    expect(focusedLabel()).to.equal('Try again');
    card.card = { ...blocked, actions: blocked.actions.map(({ label, request }) => ({ label, request })) };
    await card.updateComplete;
    card.focus();
    expect(focusedLabel()).to.equal('Join without them');
    card.card = loading;
    await card.updateComplete;
    card.focus();
    expect(focused()).to.equal(document.body);
  });

  it('marks a missed call and a hold', async () => {
    const marks: (string | null | undefined)[] = [];
    for (const shown of [missed, hold, idle]) {
      const { card } = await show(shown);
      marks.push(card.renderRoot.querySelector('.mark')?.className);
    }
    expect(marks).to.deep.equal(['mark danger', 'mark ink', undefined]);
  });

  it('has the mark at the bottom end of the picture, in ink or red', async () => {
    const colours = new Set<string>();
    for (const shown of [missed, hold]) {
      const { card } = await show(shown);
      const mark = card.renderRoot.querySelector('.mark')!;
      const [badge, all] = [mark, mark.parentElement!].map((each) => each.getBoundingClientRect());
      expect(badge!.width).to.be.above(20);
      expect(badge!.left).to.be.above(all!.left + all!.width / 2);
      expect(badge!.top).to.be.above(all!.top + all!.height / 2);
      colours.add(getComputedStyle(mark).backgroundColor);
    }
    expect(colours.size).to.equal(2);
  });
});

describe('the actions of a card', () => {
  it('stand side by side, the primary last', async () => {
    const { card } = await show(idle);
    const [voice, video] = buttons(card).map((button) => button.getBoundingClientRect());
    expect(voice!.top).to.equal(video!.top);
    expect(voice!.right).to.be.lessThan(video!.left);
  });

  it('stand the other way round from right to left', async () => {
    const { stage, card } = await show(idle);
    stage.dir = 'rtl';
    const [voice, video] = buttons(card).map((button) => button.getBoundingClientRect());
    expect(voice!.left).to.be.greaterThan(video!.right);
  });

  it('lie below each other in a narrow box, the primary above, and the focus goes down', async () => {
    const { card } = await show(idle, [240, 480]);
    const [voice, video] = buttons(card).map((button) => button.getBoundingClientRect());
    expect(video!.bottom).to.be.lessThan(voice!.top);
    expect(voice!.width).to.equal(video!.width);
    await sendKeys({ press: 'Tab' });
    const first = focusedLabel();
    await sendKeys({ press: 'Tab' });
    expect([first, focusedLabel()]).to.deep.equal(['Video call', 'Voice call']);
  });

  for (const [width, height] of [
    [240, 480],
    [320, 400],
    [600, 340],
    [1440, 900],
  ] as const) {
    it(`can all be reached in ${width} × ${height}, and are big enough`, async () => {
      const { card } = await show(blocked, [width, height]);
      const box = card.getBoundingClientRect();
      for (const button of buttons(card)) {
        button.scrollIntoView();
        const rect = button.getBoundingClientRect();
        expect(rect.height).to.be.at.least(44);
        expect(rect.left >= box.left && rect.right <= box.right, 'across').to.be.true;
        expect(rect.top >= box.top - 1 && rect.bottom <= box.bottom + 1, 'down').to.be.true;
      }
    });
  }
});

describe('famedly-card for everybody', () => {
  for (const [name, shown] of Object.entries({ idle, hold, missed, blocked, loading })) {
    for (const theme of ['light', 'dark', 'high-contrast']) {
      it(`is accessible: ${name}, ${theme}`, async () => {
        const { stage, card } = await show(shown);
        stage.setAttribute('theme', theme);
        await expect(card).to.be.accessible();
      });
    }
  }
});
