import { expect, html } from '@open-wc/testing';
import type { MediaDevice } from 'famedly-calls';
import { FamedlyDeviceMenu } from '../../../components/parts/device-menu/device-menu.ts';
import { FamedlyLevelMeter } from '../../../components/parts/level-meter/level-meter.ts';
import { FamedlySheet } from '../../../components/parts/sheet/sheet.ts';
import { en } from '../../../components/locales/en.ts';
import { atRest, focused, press, stageWith } from '../sheet/stage.ts';
import type { TestStage } from '../sheet/stage.ts';
import { contexts, watchContexts } from '../sound/contexts.ts';
import { until } from '../../until.ts';

before(() => {
  customElements.define('famedly-device-menu', FamedlyDeviceMenu);
  customElements.define('famedly-level-meter', FamedlyLevelMeter);
  customElements.define('famedly-sheet', FamedlySheet);
});

const devices: readonly MediaDevice[] = [
  { kind: 'audioinput', deviceId: 'default', label: 'Standard - Headset' },
  { kind: 'audioinput', deviceId: 'mic-1', label: 'Headset microphone' },
  { kind: 'audioinput', deviceId: 'mic-2', label: '' },
  { kind: 'videoinput', deviceId: 'cam-1', label: 'Built-in camera' },
  { kind: 'videoinput', deviceId: 'cam-2', label: 'Conference camera' },
  { kind: 'audiooutput', deviceId: 'out-1', label: 'Headset' },
];
const selected = { microphone: 'mic-1', camera: 'cam-2', speaker: null };

async function menuWith(more: Partial<FamedlyDeviceMenu> = {}): Promise<[FamedlyDeviceMenu, TestStage]> {
  const given = { devices, selected, showCamera: true, canChooseSpeaker: true, ...more };
  const stage = await stageWith(html`
    <famedly-sheet heading="Devices">
      <famedly-device-menu
        .devices=${given.devices}
        .selected=${given.selected}
        .pending=${given.pending ?? null}
        .stream=${given.stream ?? null}
        .showCamera=${given.showCamera}
        .canChooseSpeaker=${given.canChooseSpeaker}
      ></famedly-device-menu>
    </famedly-sheet>
  `);
  const menu = stage.find('famedly-device-menu');
  return [menu, stage];
}

const radios = (menu: FamedlyDeviceMenu, slot: string): HTMLElement[] => [
  ...menu.renderRoot.querySelectorAll<HTMLElement>(`[aria-labelledby=${slot}] [role=radio]`),
];
const names = (menu: FamedlyDeviceMenu, slot: string): string[] =>
  radios(menu, slot).map((radio) => radio.innerText.trim());
const checked = (menu: FamedlyDeviceMenu, slot: string): string[] =>
  radios(menu, slot)
    .filter(({ ariaChecked }) => ariaChecked === 'true')
    .map((radio) => radio.innerText.trim());
function testButton(menu: FamedlyDeviceMenu): HTMLElement {
  return menu.renderRoot.querySelector<HTMLElement>('[part=test]')!;
}

describe('famedly-device-menu', () => {
  watchContexts();

  it('shows three groups with what is chosen, and axe finds nothing', async () => {
    const [menu, stage] = await menuWith();
    expect(names(menu, 'microphone')).to.deep.equal(['System default', 'Headset microphone', 'Microphone 3']);
    expect(names(menu, 'speaker')).to.deep.equal(['System default', 'Headset']);
    expect(checked(menu, 'microphone')).to.deep.equal(['Headset microphone']);
    expect(checked(menu, 'camera')).to.deep.equal(['Conference camera']);
    expect(checked(menu, 'speaker')).to.deep.equal(['System default']);
    await expect(await atRest(stage)).to.be.accessible();
  });

  it('knows the system’s speaker by each of its names, and lists it once', async () => {
    const listed: MediaDevice = { kind: 'audiooutput', deviceId: 'default', label: 'Standard' };
    for (const speakers of [devices, [...devices, listed]]) {
      for (const speaker of [null, '', 'default']) {
        const [menu] = await menuWith({ devices: speakers, selected: { ...selected, speaker } });
        expect(names(menu, 'speaker')).to.have.members(['System default', 'Headset']);
        expect(checked(menu, 'speaker')).to.deep.equal(['System default']);
      }
    }
  });

  it('asks for a device and shows it only when it is chosen', async () => {
    const [menu, stage] = await menuWith();
    radios(menu, 'camera')[0]!.click();
    radios(menu, 'speaker')[1]!.click();
    radios(menu, 'speaker')[0]!.click();
    expect(stage.requests).to.deep.equal([
      { do: 'select-device', slot: 'camera', deviceId: 'cam-1' },
      { do: 'select-device', slot: 'speaker', deviceId: 'out-1' },
      { do: 'select-device', slot: 'speaker', deviceId: '' },
    ]);
    await menu.updateComplete;
    expect(checked(menu, 'camera')).to.deep.equal(['Conference camera']);
    menu.selected = { ...selected, camera: 'cam-1' };
    await menu.updateComplete;
    expect(checked(menu, 'camera')).to.deep.equal(['Built-in camera']);
  });

  it('moves by arrow keys within a group, with one stop for Tab in each', async () => {
    const [menu, stage] = await menuWith();
    const [, second, third] = radios(menu, 'microphone');
    for (const slot of ['microphone', 'camera', 'speaker']) {
      const stops = radios(menu, slot).filter(({ tabIndex }) => tabIndex === 0);
      expect(stops.map(({ ariaChecked }) => ariaChecked)).to.deep.equal(['true']);
    }
    await until(() => focused() === second, 'the sheet focuses what is chosen');
    press(second!, 'ArrowDown');
    expect(focused()).to.equal(third);
    press(third!, 'ArrowRight');
    expect(focused()).to.equal(radios(menu, 'microphone')[0]);
    press(focused()!, 'ArrowUp');
    expect(focused()).to.equal(third);
    expect(press(third!, 'a'), 'other keys stay the browser’s').to.be.true;
    expect(stage.requests).to.deep.equal([]);
  });

  it('can be reached where nothing is chosen', async () => {
    const [menu] = await menuWith({ selected: { microphone: 'gone', camera: null, speaker: 'gone' } });
    expect(checked(menu, 'microphone')).to.deep.equal([]);
    expect(radios(menu, 'microphone').map(({ tabIndex }) => tabIndex)).to.deep.equal([0, -1, -1]);
    expect(checked(menu, 'speaker')).to.deep.equal([]);
  });

  it('says which kind is being opened', async () => {
    const [menu, stage] = await menuWith({ pending: 'camera' });
    const busy = [...menu.renderRoot.querySelectorAll('[role=radiogroup][aria-busy=true]')];
    expect(busy.map((group) => group.getAttribute('aria-labelledby'))).to.deep.equal(['camera']);
    await expect(await atRest(stage)).to.be.accessible();
  });

  it('says what is missing, and leaves out what cannot be chosen', async () => {
    const [menu, stage] = await menuWith({ devices: [], showCamera: true, canChooseSpeaker: false });
    expect(menu.shadowRoot!.textContent, 'none is named').not.to.contain(en.noMicrophone);
    menu.problems = [
      { slot: 'microphone', code: 'device-missing' },
      { slot: 'camera', code: 'device-missing' },
    ];
    await menu.updateComplete;
    expect(menu.shadowRoot!.textContent).to.contain(en.noMicrophone).and.to.contain(en.noCamera);
    expect(menu.renderRoot.querySelector('[role=radio]')).to.be.null;
    await expect(await atRest(stage)).to.be.accessible();
    menu.showCamera = false;
    await menu.updateComplete;
    expect(menu.shadowRoot!.textContent).not.to.contain(en.noCamera);
  });

  it('shows a label as text', async () => {
    const label = '<img src=x onerror=alert(1)>';
    const [menu] = await menuWith({ devices: [{ kind: 'audioinput', deviceId: 'x', label }] });
    expect(names(menu, 'microphone')).to.deep.equal([label]);
    expect(menu.renderRoot.querySelector('img')).to.be.null;
  });

  it('has the level beside the chosen microphone', async () => {
    const stream = new MediaStream();
    const [menu] = await menuWith({ stream });
    const meter = menu.renderRoot.querySelector('famedly-level-meter');
    expect(meter?.stream).to.equal(stream);
    expect(meter?.closest('[role=radio]')).to.equal(radios(menu, 'microphone')[1]);
  });

  it('plays a sound once, shows that it plays, and lets go of the speaker', async () => {
    const [menu] = await menuWith();
    testButton(menu).click();
    testButton(menu).click();
    await menu.updateComplete;
    expect(testButton(menu).innerText.trim()).to.equal(en.testSpeakerPlays);
    expect(testButton(menu).ariaBusy).to.equal('true');
    await until(() => testButton(menu).ariaBusy === 'false', 'it ends');
    expect(contexts.map(({ state }) => state)).to.deep.equal(['closed']);
    expect(contexts[0]!.currentTime).to.be.greaterThan(1);
  });

  it('plays it on the chosen speaker', async () => {
    const sinks: string[] = [];
    const [menu] = await menuWith({ selected: { ...selected, speaker: 'out-1' } });
    const prototype = AudioContext.prototype as AudioContext & { setSinkId?: (id: string) => unknown };
    prototype.setSinkId = (id) => Promise.resolve(sinks.push(id));
    testButton(menu).click();
    await until(() => sinks.length > 0).finally(() => delete prototype.setSinkId);
    expect(sinks).to.deep.equal(['out-1']);
    await until(() => !testButton(menu).matches('[aria-busy=true]'), 'ends');
  });

  it('can be tested again where the speaker is gone', async () => {
    const [menu] = await menuWith({ selected: { ...selected, speaker: 'no-such-speaker' } });
    testButton(menu).click();
    await menu.updateComplete;
    await until(() => testButton(menu).ariaBusy === 'false');
    await until(() => contexts[0]?.state === 'closed');
  });

  it('falls silent when it is closed', async () => {
    const [menu] = await menuWith();
    testButton(menu).click();
    await until(() => contexts[0]?.state === 'running');
    menu.remove();
    await until(() => contexts[0]?.state === 'closed');
    expect(contexts[0]!.currentTime).to.be.lessThan(1);
  });
});
