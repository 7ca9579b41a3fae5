import { expect, html } from '@open-wc/testing';
import { de } from '../../../components/locales/de.ts';
import { en } from '../../../components/locales/en.ts';
import { inCallControls } from '../../../components/parts/controls/in-call-controls.ts';
import { FamedlyControls } from '../../../components/parts/controls/controls.ts';
import { showSeldomControls } from '../../../components/parts/controls/seldom-controls.ts';
import type { ControlsState } from '../../../components/parts/controls/controls.ts';
import { focused, press, stageWith } from '../sheet/stage.ts';
import type { TestStage } from '../sheet/stage.ts';
import { inCall } from './states.ts';
import { until } from '../../until.ts';

before(() => {
  if (!customElements.get('famedly-controls')) customElements.define('famedly-controls', FamedlyControls);
  showSeldomControls();
});

/** What a call in progress adds. */
const beside = (state: ControlsState) => (state.stage === 'call' ? inCallControls(en, state) : []);

async function dock(state: Partial<ControlsState> = {}, width = 1200): Promise<TestStage> {
  const stage = await stageWith(
    html`<p><button>Before</button></p>
      <famedly-controls
        .words=${en}
        .state=${{ ...inCall, ...state }}
        .inCall=${beside({ ...inCall, ...state })}
      ></famedly-controls>`,
    width,
  );
  stage.style.setProperty('--_duration-quick', '0s');
  await stage.find('famedly-controls').updateComplete;
  return stage;
}

async function become(stage: TestStage, state: Partial<ControlsState>): Promise<void> {
  const element = stage.find('famedly-controls');
  element.state = { ...inCall, ...state };
  element.inCall = beside(element.state);
  await element.updateComplete;
}

const buttons = (stage: TestStage) => [
  ...stage.find('famedly-controls').renderRoot.querySelectorAll('button'),
];
const visible = (stage: TestStage) => buttons(stage).filter((button) => button.checkVisibility());
const labels = (stage: TestStage) => visible(stage).map(({ ariaLabel }) => ariaLabel);
const stops = (stage: TestStage) =>
  buttons(stage)
    .filter(({ tabIndex }) => tabIndex === 0)
    .map(({ ariaLabel }) => ariaLabel);

function control(stage: TestStage, label: string): HTMLButtonElement {
  const found = buttons(stage).find(({ ariaLabel }) => ariaLabel === label);
  if (found === undefined) throw new Error(`No ${label} among ${labels(stage).join(', ')}`);
  return found;
}

const looks = (button: Element) => {
  const { backgroundColor, color } = getComputedStyle(button);
  return `${color} on ${backgroundColor}`;
};

describe('famedly-controls: what is there', () => {
  const all = [
    'Mute microphone',
    'Turn camera off',
    'Share screen',
    'Hold',
    'Keypad',
    'Devices',
    'More',
    'End',
  ];
  const medium = all.filter((label) => label !== 'Keypad');
  const small = ['Mute microphone', 'Turn camera off', 'Share screen', 'More', 'End'];
  const tiny = small.filter((label) => label !== 'Share screen');
  const table: [width: number, call: string[], before: string[]][] = [
    [240, tiny, [...all.slice(0, 2), 'Cancel']],
    [319, tiny, [...all.slice(0, 2), 'Cancel']],
    [320, small, [...all.slice(0, 2), 'Cancel']],
    [390, small, [...all.slice(0, 2), 'Cancel']],
    [599, small, [...all.slice(0, 2), 'Cancel']],
    [600, medium, [...all.slice(0, 2), 'Devices', 'Cancel']],
    [800, medium, [...all.slice(0, 2), 'Devices', 'Cancel']],
    [1023, medium, [...all.slice(0, 2), 'Devices', 'Cancel']],
    [1024, all, [...all.slice(0, 2), 'Devices', 'Cancel']],
  ];
  for (const [width, call, before] of table) {
    it(`at ${width} px, in its box, with round targets of 44 px at least`, async () => {
      const stage = await dock({}, width);
      expect(labels(stage)).to.deep.equal(call);
      const box = stage.getBoundingClientRect();
      const plate = stage.find('famedly-controls').renderRoot.querySelector('.dock')!;
      expect(plate.getBoundingClientRect().right).to.be.at.most(box.right);
      for (const button of visible(stage)) {
        const { width: across, height, right } = button.getBoundingClientRect();
        expect(Math.min(across, height), button.ariaLabel ?? '').to.be.at.least(44);
        expect(right).to.be.at.most(box.right);
      }
      await become(stage, { stage: 'before' });
      expect(labels(stage)).to.deep.equal(before);
    });
  }

  it('is without sharing and tones where there are none', async () => {
    const stage = await dock({ canShare: false, canSendTones: false });
    expect(labels(stage)).not.to.include.members(['Share screen']);
    expect(labels(stage)).not.to.include.members(['Keypad']);
  });

  it('says the word of the last button where there is room, never twice to ears', async () => {
    const stage = await dock();
    const word = control(stage, 'End').querySelector('.word')!;
    expect(word.checkVisibility()).to.be.true;
    expect(word.textContent).to.equal('End');
    expect(word.ariaHidden).to.equal('true');
    stage.style.setProperty('inline-size', '1023px');
    await until(() => !word.checkVisibility());
  });
});

describe('famedly-controls: what a press asks for', () => {
  const table: [state: Partial<ControlsState>, label: string, request: unknown][] = [
    [{}, 'Mute microphone', { do: 'mute-microphone', muted: true }],
    [{ microphone: 'off' }, 'Unmute microphone', { do: 'mute-microphone', muted: false }],
    [{ microphone: 'failed' }, 'Unmute microphone', { do: 'mute-microphone', muted: false }],
    [{}, 'Turn camera off', { do: 'mute-camera', muted: true }],
    [{ camera: 'off' }, 'Turn camera on', { do: 'mute-camera', muted: false }],
    [{ camera: 'failed' }, 'Turn camera on', { do: 'mute-camera', muted: false }],
    [{ camera: 'off', voice: true }, 'Switch to video', { do: 'mute-camera', muted: false }],
    [{ camera: 'on', voice: true }, 'Turn camera off', { do: 'mute-camera', muted: true }],
    [{}, 'Share screen', { do: 'share-screen', on: true }],
    [{ screen: 'failed' }, 'Share screen', { do: 'share-screen', on: true }],
    [{ screen: 'on' }, 'Stop sharing', { do: 'share-screen', on: false }],
    [{}, 'Hold', { do: 'hold', on: true }],
    [{ onHold: true }, 'Resume', { do: 'hold', on: false }],
    [{}, 'Keypad', { do: 'open', overlay: 'keypad' }],
    [{ open: 'keypad' }, 'Keypad', { do: 'open', overlay: null }],
    [{}, 'Devices', { do: 'open', overlay: 'devices' }],
    [{ open: 'devices' }, 'Devices', { do: 'open', overlay: null }],
    [{ open: 'devices' }, 'More', { do: 'open', overlay: 'more' }],
    [{ open: 'more' }, 'More', { do: 'open', overlay: null }],
    [{}, 'End', { do: 'hangup' }],
    [{ stage: 'before' }, 'Cancel', { do: 'hangup' }],
    [{ stage: 'before' }, 'Devices', { do: 'open', overlay: 'devices' }],
  ];
  for (const [state, label, request] of table) {
    it(`${label}, ${JSON.stringify(state)}`, async () => {
      const stage = await dock(state);
      const before = stage.find('famedly-controls').shadowRoot!.innerHTML;
      control(stage, label).click();
      expect(stage.requests).to.deep.equal([request]);
      await stage.find('famedly-controls').updateComplete;
      expect(stage.find('famedly-controls').shadowRoot!.innerHTML, 'nothing changes by itself').to.equal(
        before,
      );
    });
  }

  for (const [slot, label] of [
    ['microphone', 'Mute microphone'],
    ['camera', 'Turn camera off'],
    ['screen', 'Share screen'],
  ] as const) {
    it(`nothing while the browser is asked for the ${slot}, and says that it is busy`, async () => {
      const stage = await dock({ [slot]: 'opening' });
      control(stage, label).click();
      expect(stage.requests).to.deep.equal([]);
      expect(control(stage, label).ariaBusy).to.equal('true');
      await become(stage, {});
      expect(control(stage, label).ariaBusy).to.be.null;
      control(stage, label).click();
      expect(stage.requests).to.have.lengthOf(1);
    });
  }

  it('vibrates when a finger mutes, and for nothing else', async () => {
    const stage = await dock();
    const vibrated: unknown[] = [];
    navigator.vibrate = (pattern) => vibrated.push(pattern) > 0;
    const click = (label: string, pointerType: string) =>
      control(stage, label).dispatchEvent(new PointerEvent('click', { pointerType }));
    try {
      click('Mute microphone', 'mouse');
      click('Turn camera off', 'touch');
      expect(vibrated).to.deep.equal([]);
      click('Mute microphone', 'touch');
      expect(vibrated).to.deep.equal([10]);
      expect(stage.requests).to.have.lengthOf(3);
    } finally {
      Reflect.deleteProperty(navigator, 'vibrate');
    }
  });
});

describe('famedly-controls: how it looks and sounds', () => {
  it('is a toolbar with a name; menus say that they open, and whether they are open', async () => {
    const stage = await dock({ open: 'devices' });
    const bar = stage.find('famedly-controls').renderRoot.querySelector('.dock')!;
    expect([bar.role, bar.ariaLabel]).to.deep.equal(['toolbar', 'Call controls']);
    const opens = visible(stage)
      .filter(({ ariaHasPopup }) => ariaHasPopup === 'dialog')
      .map(({ ariaLabel, ariaExpanded }) => [ariaLabel, ariaExpanded]);
    expect(opens).to.deep.equal([
      ['Keypad', 'false'],
      ['Devices', 'true'],
      ['More', 'false'],
    ]);
    expect(control(stage, 'Hold').ariaExpanded).to.be.null;
  });

  it('inverts what is off, and what is on where off is the rule', async () => {
    const stage = await dock({ microphone: 'off', camera: 'off', screen: 'on', onHold: true, open: 'more' });
    const rest = looks(control(stage, 'Devices'));
    const inverted = looks(control(stage, 'Unmute microphone'));
    expect(inverted).not.to.equal(rest);
    for (const label of ['Turn camera on', 'Stop sharing', 'Resume', 'More'])
      expect(looks(control(stage, label)), label).to.equal(inverted);
    await become(stage, { voice: true, camera: 'off' });
    for (const label of ['Mute microphone', 'Switch to video', 'Share screen', 'Hold', 'More'])
      expect(looks(control(stage, label)), label).to.equal(rest);
  });

  it('marks what was wanted and is not to be had', async () => {
    const stage = await dock({ microphone: 'failed', camera: 'off' });
    const dot = (label: string) => getComputedStyle(control(stage, label), '::after').content;
    expect(dot('Unmute microphone')).not.to.equal(dot('Turn camera on'));
    await become(stage, { voice: true, camera: 'failed' });
    expect(dot('Turn camera on')).to.equal('""');
  });

  it('says the keys that do the same, in the tip too', async () => {
    const stage = await dock();
    const keys = visible(stage).map(({ ariaKeyShortcuts }) => ariaKeyShortcuts);
    expect(keys.filter((key) => key !== null)).to.deep.equal(['M', 'V', 'S']);
    const tip = control(stage, 'Share screen').querySelector('.tip')!;
    expect(tip.textContent.replace(/\s+/g, ' ').trim()).to.equal('Share screen S');
    expect(tip.ariaHidden).to.equal('true');
  });

  for (const [width, words] of [
    [240, en],
    [240, de],
    [320, de],
    [390, de],
    [600, de],
    [800, de],
  ] as const) {
    for (const dir of ['ltr', 'rtl']) {
      it(`keeps each tip in the box: ${width} px, ${words.language}, ${dir}`, async () => {
        const stage = await dock({ camera: 'off', voice: true }, width);
        stage.dir = dir;
        const element = stage.find('famedly-controls');
        element.style.setProperty('display', 'grid');
        element.style.setProperty('justify-content', 'center');
        element.words = words;
        await element.updateComplete;
        const box = stage.getBoundingClientRect();
        for (const button of visible(stage)) {
          const tip = button.querySelector('.tip')?.getBoundingClientRect();
          if (tip === undefined) continue;
          expect(tip.left, button.ariaLabel ?? '').to.be.at.least(box.left);
          expect(tip.right, button.ariaLabel ?? '').to.be.at.most(box.right);
        }
      });
    }
  }

  const states: [name: string, state: Partial<ControlsState>][] = [
    ['in a call', {}],
    ['before it', { stage: 'before' }],
    ['off', { microphone: 'off', camera: 'off', onHold: true, screen: 'on' }],
    ['pending', { microphone: 'opening', camera: 'opening', screen: 'opening' }],
    ['failed', { microphone: 'failed', camera: 'failed' }],
    ['open', { open: 'more' }],
  ];
  for (const [name, state] of states) {
    it(`is accessible: ${name}`, async () => {
      const stage = await dock(state);
      await expect(stage).to.be.accessible();
      stage.find('famedly-controls').onMedia = true;
      stage.setAttribute('theme', 'dark');
      await stage.find('famedly-controls').updateComplete;
      await expect(stage).to.be.accessible();
    });
  }
});

describe('famedly-controls: keys', () => {
  const on = (stage: TestStage) => focused()?.ariaLabel ?? `nothing of ${String(labels(stage))}`;

  /** Arrow keys come with the first focus. */
  before(async () => {
    const stage = await dock();
    stage.find('famedly-controls').focus();
    await until(() => !press(focused()!, 'ArrowRight'), 'arrow keys');
  });

  it('is one stop for Tab, moved by arrows around its ends, Home and End', async () => {
    const stage = await dock();
    expect(stops(stage)).to.deep.equal(['Mute microphone']);
    stage.find('famedly-controls').focus();
    expect(on(stage)).to.equal('Mute microphone');
    const table: [key: string, to: string][] = [
      ['ArrowRight', 'Turn camera off'],
      ['ArrowLeft', 'Mute microphone'],
      ['ArrowLeft', 'End'],
      ['ArrowRight', 'Mute microphone'],
      ['End', 'End'],
      ['Home', 'Mute microphone'],
    ];
    for (const [key, to] of table) {
      expect(press(focused()!, key), key).to.be.false;
      expect(on(stage), key).to.equal(to);
      expect(stops(stage)).to.deep.equal([to]);
    }
  });

  it('goes the other way where the writing does', async () => {
    const stage = await dock();
    stage.dir = 'rtl';
    stage.find('famedly-controls').focus();
    press(focused()!, 'ArrowLeft');
    expect(on(stage)).to.equal('Turn camera off');
    press(focused()!, 'ArrowRight');
    expect(on(stage)).to.equal('Mute microphone');
    press(focused()!, 'ArrowRight');
    expect(on(stage)).to.equal('End');
  });

  it('leaves other keys, and keys with others, to others', async () => {
    const stage = await dock();
    stage.find('famedly-controls').focus();
    for (const key of ['ArrowUp', 'ArrowDown', 'a', 'Tab', 'Escape'])
      expect(press(focused()!, key), key).to.be.true;
    for (const held of ['altKey', 'ctrlKey', 'metaKey'])
      expect(press(focused()!, 'ArrowRight', { [held]: true }), held).to.be.true;
    expect(on(stage)).to.equal('Mute microphone');
  });

  it('passes over what the width leaves out', async () => {
    const stage = await dock({}, 240);
    stage.find('famedly-controls').focus();
    press(focused()!, 'ArrowRight');
    press(focused()!, 'ArrowRight');
    expect(on(stage)).to.equal('More');
  });

  it('has its stop where a pointer or a script put the focus', async () => {
    const stage = await dock();
    control(stage, 'More').focus();
    expect(stops(stage)).to.deep.equal(['More']);
  });

  it('keeps its stop, when its control is gone or the width hides it', async () => {
    const stage = await dock();
    control(stage, 'Keypad').focus();
    await become(stage, { canSendTones: false });
    expect(stops(stage)).to.deep.equal(['Mute microphone']);
    control(stage, 'Hold').focus();
    stage.style.setProperty('inline-size', '390px');
    await until(() => stops(stage)[0] === 'Mute microphone', 'the stop is on what is there');
    expect(stops(stage)).to.have.lengthOf(1);
  });

  it('keeps focus and stop while states change', async () => {
    const stage = await dock();
    control(stage, 'Mute microphone').focus();
    press(focused()!, 'ArrowRight');
    await become(stage, { camera: 'opening' });
    await become(stage, { camera: 'off' });
    expect(on(stage)).to.equal('Turn camera on');
    expect(stops(stage)).to.deep.equal(['Turn camera on']);
  });
});
