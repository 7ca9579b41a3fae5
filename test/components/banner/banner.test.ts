import { expect, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { FamedlyBanner } from '../../../components/parts/banner/banner.ts';
import type { Banner, MessageBanner } from '../../../components/parts/banner/banner.ts';
import { deviceBanner } from '../../../components/parts/banner/device-banner.ts';
import { en } from '../../../components/locales/en.ts';
import { cameraOff, micOff } from '../../../components/parts/icon/icons.ts';
import { people } from '../../../components/parts/icon/group-bar-icons.ts';
import { signal1, volume } from '../../../components/parts/icon/in-call-icons.ts';
import { stageWith } from '../sheet/stage.ts';
import type { TestStage } from '../sheet/stage.ts';

before(() => {
  if (!customElements.get('famedly-banner')) customElements.define('famedly-banner', FamedlyBanner);
});

const weak: MessageBanner = {
  kind: 'warning',
  icon: signal1,
  title: '',
  text: 'Weak connection. Video is paused so that sound stays clear.',
  action: null,
};
const reconnecting: MessageBanner = {
  kind: 'warning',
  icon: 'spinner',
  title: 'Reconnecting…',
  text: 'Stay here, this usually takes a few seconds.',
  action: null,
};
const denied: MessageBanner = {
  kind: 'danger',
  icon: micOff,
  title: '',
  text: 'The microphone is blocked. Others cannot hear you.',
  action: { label: 'Try again', request: { do: 'retry', slot: 'microphone' } },
};
const alone: MessageBanner = {
  kind: 'note',
  icon: people,
  title: '',
  text: 'Nobody else is here.',
  action: { label: 'Copy invite link', request: { do: 'copy-invite-link' } },
};
const sound: Banner = {
  kind: 'button',
  icon: volume,
  label: 'Turn sound on',
  request: { do: 'allow-sound' },
};

async function show(shown: Banner | null, width = 390): Promise<{ stage: TestStage; banner: FamedlyBanner }> {
  const stage = await stageWith(html`<famedly-banner .banner=${shown}></famedly-banner>`, width);
  const banner = stage.find('famedly-banner');
  await banner.updateComplete;
  return { stage, banner };
}

const read = (banner: FamedlyBanner) => {
  const plate = banner.renderRoot.querySelector<HTMLElement>('.banner')!;
  return plate.innerText.replace(/\s+/g, ' ').trim();
};

describe('famedly-banner', () => {
  it('says what is wrong, and nothing when nothing is', async () => {
    const { banner } = await show(weak);
    expect(read(banner)).to.equal(weak.text);
    banner.banner = null;
    await banner.updateComplete;
    expect(banner.renderRoot.querySelector('[part]')).to.be.null;
    expect(banner.offsetHeight).to.equal(0);
  });

  it('has a title and a sentence, of which a narrow box keeps the title', async () => {
    const { stage, banner } = await show(reconnecting);
    expect(read(banner)).to.equal(`${reconnecting.title} ${reconnecting.text}`);
    stage.style.setProperty('inline-size', '240px');
    expect(read(banner)).to.equal(reconnecting.title);
  });

  it('keeps the sentence that stands alone in a narrow box', async () => {
    const { banner } = await show(weak, 240);
    expect(read(banner)).to.equal(weak.text);
  });

  it('offers one way out', async () => {
    const { stage, banner } = await show(denied);
    const buttons = banner.renderRoot.querySelectorAll('button');
    expect(buttons).to.have.lengthOf(1);
    buttons[0]!.click();
    expect(stage.requests).to.deep.equal([{ do: 'retry', slot: 'microphone' }]);
  });

  it('has a short way out beside the sentence and a long one below it, which stays wide', async () => {
    for (const [label, below] of [
      ['Try again', false],
      ['Nochmal versuchen', true],
    ] as const) {
      const action = { label, request: { do: 'retry', slot: null } } as const;
      const { banner } = await show({ ...denied, action }, 366);
      const [sentence, button] = ['p', 'button'].map((each) =>
        banner.renderRoot.querySelector(each)!.getBoundingClientRect(),
      );
      expect(button!.top >= sentence!.bottom - 8, label).to.equal(below);
      expect(sentence!.width, label).to.be.above(170);
    }
  });

  it('is one button where a press mends it', async () => {
    const { stage, banner } = await show(sound);
    const button = banner.renderRoot.querySelector('button')!;
    expect(button.textContent.trim()).to.equal('Turn sound on');
    expect(banner.renderRoot.querySelector('.banner'), 'in the place of the banner').to.be.null;
    button.click();
    expect(stage.requests).to.deep.equal([{ do: 'allow-sound' }]);
  });

  it('turns only for who wants motion', async () => {
    const { banner } = await show(reconnecting);
    const motion = () => getComputedStyle(banner.renderRoot.querySelector('.spinner')!).animationName;
    await emulateMedia({ reducedMotion: 'no-preference' });
    expect(motion()).to.equal('turn');
    await emulateMedia({ reducedMotion: 'reduce' });
    expect(motion()).to.equal('none');
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  for (const width of [240, 390, 800, 1440]) {
    it(`is in the middle of ${width} px, at most 520 wide, its button big enough`, async () => {
      const { stage, banner } = await show(denied, width);
      const box = stage.getBoundingClientRect();
      const plate = banner.renderRoot.querySelector('.banner')!.getBoundingClientRect();
      expect(plate.width).to.be.at.most(Math.min(520, width));
      expect(Math.abs(plate.left - box.left - (box.right - plate.right))).to.be.at.most(1);
      const button = banner.renderRoot.querySelector('button')!.getBoundingClientRect();
      expect(Math.min(button.width, button.height)).to.be.at.least(44);
      expect(button.right).to.be.at.most(plate.right);
    });
  }

  it('breaks a long answer where there is little room', async () => {
    const action = { label: 'Einladungslink jetzt kopieren', request: { do: 'copy-invite-link' } } as const;
    const { banner } = await show({ ...alone, action }, 224);
    const plate = banner.renderRoot.querySelector('.banner')!.getBoundingClientRect();
    const label = document.createRange();
    label.selectNodeContents(banner.renderRoot.querySelector('button')!);
    expect(label.getBoundingClientRect().right).to.be.below(plate.right);
  });

  it('draws the device that is missing', () => {
    const drawn = (slot: 'microphone' | 'camera') => deviceBanner(en, [{ slot, code: 'device-lost' }])?.icon;
    expect(drawn('microphone')).to.equal(micOff);
    expect(drawn('camera')).to.equal(cameraOff);
  });

  for (const [name, shown] of Object.entries({ weak, reconnecting, denied, alone, sound })) {
    for (const theme of ['light', 'dark', 'high-contrast']) {
      it(`is accessible: ${name}, ${theme}`, async () => {
        const { stage, banner } = await show(shown);
        stage.setAttribute('theme', theme);
        await expect(banner).to.be.accessible();
      });
    }
  }
});
