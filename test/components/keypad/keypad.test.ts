import { expect, html } from '@open-wc/testing';
import { FamedlyKeypad } from '../../../components/parts/keypad/keypad.ts';
import { FamedlySheet } from '../../../components/parts/sheet/sheet.ts';
import { atRest, focused, press, stageWith } from '../sheet/stage.ts';
import type { TestStage } from '../sheet/stage.ts';
import { contexts, watchContexts } from '../sound/contexts.ts';
import { until } from '../../until.ts';

before(() => {
  customElements.define('famedly-keypad', FamedlyKeypad);
  customElements.define('famedly-sheet', FamedlySheet);
});

const tones = (sent: string): unknown[] => Array.from(sent, (each) => ({ do: 'send-tones', tones: each }));

async function keypad(): Promise<[FamedlyKeypad, TestStage]> {
  const stage = await stageWith(html`
    <input aria-label="Text" />
    <famedly-sheet heading="Keypad" placement="end"><famedly-keypad></famedly-keypad></famedly-sheet>
  `);
  const pad = stage.find('famedly-keypad');
  await until(() => focused() === keysOf(pad)[0], 'the first key has the focus');
  return [pad, stage];
}

const keysOf = (pad: FamedlyKeypad): HTMLElement[] => [
  ...pad.renderRoot.querySelectorAll<HTMLElement>('button'),
];
const shownBy = (pad: FamedlyKeypad): HTMLElement => pad.renderRoot.querySelector<HTMLElement>('.tones')!;

describe('famedly-keypad', () => {
  watchContexts();

  it('has twelve keys with names, and axe finds nothing', async () => {
    const [pad, stage] = await keypad();
    expect(keysOf(pad)).to.have.length(12);
    expect(keysOf(pad)[9]!.ariaLabel).to.equal('Star');
    expect(keysOf(pad)[11]!.ariaLabel).to.equal('Hash');
    expect(keysOf(pad)[1]!.innerText.replace(/\s+/g, ' ').trim()).to.equal('2 ABC');
    await expect(await atRest(stage)).to.be.accessible();
  });

  it('sends each press and shows what was sent', async () => {
    const [pad, stage] = await keypad();
    for (const place of [1, 10, 3, 11]) keysOf(pad)[place]!.click();
    expect(stage.requests).to.deep.equal(tones('204#'));
    await pad.updateComplete;
    expect(shownBy(pad).innerText).to.equal('204#');
    expect(shownBy(pad).ariaLive).to.equal('off');
  });

  it('takes the keyboard, wherever in the call the focus is', async () => {
    const [pad, stage] = await keypad();
    press(keysOf(pad)[0]!, '7');
    press(stage, '*');
    press(stage, '#');
    expect(press(stage, '0')).to.be.false;
    expect(stage.requests).to.deep.equal(tones('7*#0'));
  });

  it('leaves shortcuts, held keys, other keys and text fields alone', async () => {
    const [, stage] = await keypad();
    press(stage, '1', { ctrlKey: true });
    press(stage, '1', { metaKey: true });
    press(stage, '1', { repeat: true });
    press(stage, 'm');
    expect(press(stage.renderRoot.querySelector('input')!, '1')).to.be.true;
    expect(stage.requests).to.deep.equal([]);
  });

  it('goes on showing the last of many in one line', async () => {
    const [pad] = await keypad();
    for (const key of keysOf(pad)) key.click();
    await pad.updateComplete;
    const height = shownBy(pad).offsetHeight;
    for (const key of keysOf(pad)) key.click();
    await pad.updateComplete;
    expect(shownBy(pad).innerText.endsWith('789*0#')).to.be.true;
    expect(shownBy(pad).offsetHeight).to.equal(height);
    expect(shownBy(pad).scrollWidth).to.be.at.most(shownBy(pad).clientWidth);
  });

  it('sounds the two frequencies of a key, in one context that goes with it', async () => {
    const heard: (number | undefined)[] = [];
    const real = window.OscillatorNode;
    window.OscillatorNode = class extends real {
      constructor(context: BaseAudioContext, options?: OscillatorOptions) {
        super(context, options);
        heard.push(options?.frequency);
      }
    };
    const [pad, stage] = await keypad();
    keysOf(pad)[4]!.click();
    keysOf(pad)[11]!.click();
    window.OscillatorNode = real;
    expect(heard).to.deep.equal([770, 1336, 941, 1477]);
    expect(contexts).to.have.length(1);
    pad.remove();
    await until(() => contexts[0]?.state === 'closed');
    press(stage, '1');
    expect(stage.requests).to.have.length(2);
  });

  it('keeps its order where the writing goes from right to left', async () => {
    const [pad, stage] = await keypad();
    stage.dir = 'rtl';
    const [one, two] = keysOf(pad).map((key) => key.getBoundingClientRect().left);
    expect(one).to.be.lessThan(two!);
  });
});
