import '../../../components/define-group.ts';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { KeptDevices } from '../../../components/engine-link/kept-devices.ts';
import { nextTask } from '../../../components/engine-link/next-task.ts';
import type { FamedlyGroupCall } from '../../../components/group-call/famedly-group-call.ts';
import { MediaError } from '../../../src/index.ts';
import type { GroupCallSnapshot } from '../../../src/index.ts';
import { until } from '../../until.ts';
import { button, text } from '../call/stage.ts';
import { GroupStage, whole } from './group-stage.ts';
import { participant, ScriptedSession } from './scripted-session.ts';

const local = { microphone: 'on', camera: 'on', screen: 'off', 'screen-audio': 'off' } as const;
const off = { ...local, microphone: 'off', camera: 'off' } as const;

describe('a blurred background in famedly-group-call', () => {
  let element: FamedlyGroupCall;
  let session: ScriptedSession;
  let stage: GroupStage;
  let page: Partial<FamedlyGroupCall>;
  beforeEach(async () => {
    localStorage.clear();
    stage = new GroupStage();
    const { port: client, roomId } = await stage.room();
    page = { client, roomId };
  });
  afterEach(() => stage.close());

  async function show(changes: Partial<GroupCallSnapshot> = {}, blur?: () => Promise<void>): Promise<void> {
    session = new ScriptedSession(changes);
    if (blur !== undefined) session.setBackgroundBlur = blur;
    element = stage.show({ ...page, session: session.shown });
    element.style.cssText = 'inline-size: 800px; block-size: 600px';
    await until(() => element.shadowRoot?.querySelector('.frame') != null, 'the frame');
  }

  const asked = (...names: string[]) => session.asked.filter(([name]) => names.includes(String(name)));
  const switchOf = (): HTMLElement =>
    element.shadowRoot!.querySelector('famedly-blur-switch')!.renderRoot.querySelector('button')!;

  it('is chosen in the lobby, and there from the start the next time', async () => {
    await show({ local });
    await until(() => text(element).includes('Blur background'), 'the switch');
    switchOf().click();
    await until(() => asked('blur').length > 0, 'it is asked for');
    expect(asked('blur')).eql([['blur', true]]);
    expect(switchOf()).attribute('aria-checked', 'false');
    session.become({ backgroundBlur: 'starting' });
    await until(() => switchOf().ariaBusy === 'true', 'it starts');
    session.become({ backgroundBlur: 'on' });
    await until(() => switchOf().ariaChecked === 'true', 'it is on');
    element.remove();

    await show();
    await until(() => asked('openPreview').length > 0, 'the preview');
    expect(asked('blur', 'openPreview')).eql([
      ['blur', true],
      ['openPreview', { microphone: true, camera: true }],
    ]);
  });

  it('opens no camera that would show what was hidden', async () => {
    new KeptDevices().set({ blur: true });
    await show({}, () => Promise.reject(new MediaError('not-blurred', 'camera')));
    await until(() => asked('openPreview').length > 0, 'the preview');
    expect(asked('openPreview')).eql([['openPreview', { microphone: true, camera: false }]]);
    await until(() => text(element).includes('cannot be blurred here'), 'it is said');
    element.join();
    await until(() => asked('enter').length > 0, 'in');
    expect(asked('enter')).eql([['enter', { microphone: true, camera: false }]]);
  });

  it('keeps nobody from the call, and nobody is seen in it without', async () => {
    new KeptDevices().set({ blur: true });
    let hide = (): void => undefined;
    const hidden = new Promise<void>((resolve) => (hide = resolve));
    await show({ local, backgroundBlur: 'starting' }, () => hidden);
    element.join();
    await until(() => asked('enter').length > 0, 'in');
    expect(asked('camera', 'enter')).eql([
      ['camera', true],
      ['enter', { microphone: true, camera: false }],
    ]);
    session.become({ state: 'entered', enteredAt: Date.now(), local: { ...local, camera: 'muted' } });
    await until(() => text(element).includes('Nobody else is here'), 'the call');
    button(element, 'Turn camera on').click();
    await element.updateComplete;
    expect(asked('camera')).to.have.length(1);
    hide();
    await until(() => asked('camera').length > 1, 'the camera');
    expect(asked('camera').at(-1)).eql(['camera', false]);
  });

  it('opens no camera of somebody who has left before it was there', async () => {
    new KeptDevices().set({ blur: true });
    const { port: client, roomId, sessions } = await stage.room('anna');
    await sessions[0]!.enter({ microphone: true, camera: false });
    element = stage.show({ client, roomId });
    await until(() => element.session !== null, 'the call');
    const real = element.session!;
    let hide = (): void => undefined;
    const hidden = new Promise<void>((resolve) => (hide = resolve));
    real.setBackgroundBlur = () => hidden;
    element.join();
    await until(() => real.state === 'entered' && real.snapshot.local.microphone === 'on', 'in');
    expect(real.snapshot.local.camera).to.equal('off');
    element.leave();
    await until(() => real.state === 'left', 'out');
    hide();
    await hidden;
    await nextTask();
    expect(real.localUserMediaStream).to.equal(null);
  });

  it('does not keep the camera off of somebody who comes back before it was there', async () => {
    new KeptDevices().set({ blur: true });
    await show({ local: off }, () => new Promise(() => undefined));
    element.join();
    await until(() => asked('enter').length > 0, 'in');
    session.become({ state: 'entered', enteredAt: Date.now(), participants: [participant('anna')] });
    await whole(element);
    session.become({ state: 'left', enteredAt: null, endReason: 'left', participants: [] });
    await until(() => text(element).includes('Join again'), 'out');
    let hide = (): void => undefined;
    const hidden = new Promise<void>((resolve) => (hide = resolve));
    session.setBackgroundBlur = () => hidden;
    button(element, 'Join again').click();
    await until(() => asked('enter').length > 1, 'in again');
    hide();
    await until(() => asked('camera').at(-1)?.[1] === false, 'the camera');
    expect(asked('enter').at(-1)).eql(['enter', { microphone: false, camera: false }]);
  });

  it('is switched by keyboard where devices are chosen in the call', async () => {
    await show({ state: 'entered', enteredAt: Date.now(), local, participants: [participant('anna')] });
    await whole(element);
    button(element, 'More').click();
    await until(() => text(element).includes('Devices'), 'more');
    button(element, 'Devices').click();
    await until(() => element.shadowRoot?.querySelector('famedly-blur-switch') != null, 'the devices');
    await element.updateComplete;
    for (let time = 0; time < 10 && !switchOf().matches(':focus'); time += 1)
      await sendKeys({ press: 'Tab' });
    expect(switchOf().matches(':focus')).equal(true);
    await sendKeys({ press: 'Space' });
    await until(() => asked('blur').length > 0, 'it is asked for');
    expect(new KeptDevices().choices.blur).equal(true);
    session.become({ backgroundBlur: 'unavailable' });
    await until(() => text(element).includes('Not possible here'), 'it is said');
    await expect(element).to.be.accessible();
    switchOf().click();
    expect(asked('blur').at(-1)).eql(['blur', false]);
    expect(new KeptDevices().choices.blur).equal(false);
  });

  it('hides what the real camera shows, in the lobby and the next one', async () => {
    new KeptDevices().set({ blur: true });
    element = stage.show(page);
    await until(() => element.session?.snapshot.local.camera === 'on', 'the preview');
    expect(element.session?.snapshot.backgroundBlur).equal('on');
    await until(() => text(element).includes('Blur background'), 'the switch');
    switchOf().click();
    await until(() => element.session?.snapshot.backgroundBlur === 'off', 'it is off');
    await until(() => switchOf().ariaChecked === 'false', 'it is shown');
    switchOf().click();
    await until(() => switchOf().ariaChecked === 'true', 'it is on again');
    const { deviceId } = element.session!.localUserMediaStream!.getVideoTracks()[0]!.getSettings();
    expect(deviceId).a('string');
  });
});
