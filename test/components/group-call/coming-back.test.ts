import { expect } from '@open-wc/testing';
import { KeptDevices } from '../../../components/engine-link/kept-devices.ts';
import type { FamedlyGroupCall } from '../../../components/group-call/famedly-group-call.ts';
import { RequestEvent } from '../../../components/parts/request.ts';
import { GroupCallError } from '../../../src/group-call/group-call-error.ts';
import { listDevices } from '../../../src/index.ts';
import { until } from '../../until.ts';
import { button, inScene, text } from '../call/stage.ts';
import { GroupStage, whole } from './group-stage.ts';
import { participant, ScriptedSession } from './scripted-session.ts';

const anna = participant('anna');
const on = { microphone: 'on', camera: 'on', screen: 'off', 'screen-audio': 'off' } as const;
const off = { ...on, microphone: 'off', camera: 'off' } as const;

describe('whoever left a call of many', () => {
  let stage: GroupStage;
  beforeEach(() => {
    localStorage.clear();
    stage = new GroupStage();
  });
  afterEach(() => stage.close());

  const asked = (session: ScriptedSession) => session.asked.filter(([name]) => name === 'enter');
  const says = (element: FamedlyGroupCall, words: string) =>
    until(() => text(element).includes(words), `the words ${words}: ${text(element)}`);

  it('before all of it was there comes back as they went in', async () => {
    new KeptDevices().set({ microphone: false, camera: false });
    const session = new ScriptedSession();
    const element = stage.show({ session: session.shown });
    await inScene(element, 'lobby');
    const participants = [participant('anna', { connection: 'connecting' })];
    session.become({ state: 'entered', enteredAt: Date.now(), participants, local: off });
    await inScene(element, 'grid');
    session.become({ state: 'left', enteredAt: null, endReason: 'left', participants: [] });
    await says(element, 'Join again');
    button(element, 'Join again').click();
    await until(() => asked(session).length > 0, 'in again');
    expect(asked(session)).to.deep.equal([['enter', { microphone: false, camera: false }]]);
  });

  it('finds a lobby where there was none, as the call itself was', async () => {
    const { port, roomId, sessions } = await stage.room('anna');
    await sessions[0]!.enter({ microphone: true, camera: false });
    const element = stage.show({ roomId, client: port, lobby: 'off' });
    await inScene(element, 'grid');
    await whole(element);
    element.leave();
    await says(element, 'Back');
    await until(() => element.session?.state === 'left', 'out');
    button(element, 'Back').click();
    await inScene(element, 'lobby');
    await until(() => element.session?.snapshot.local.microphone === 'on', 'the preview');
    expect(element.session?.state).to.equal('left');
  });

  it('reads why they may not come back', async () => {
    const session = new ScriptedSession({ state: 'entered', enteredAt: 0, participants: [anna], local: on });
    const element = stage.show({ session: session.shown });
    await whole(element);
    session.enter = () => {
      session.become({ problem: { code: 'forbidden', own: 0, needed: 50, mayAllowEverybody: false } });
      return Promise.reject(new GroupCallError('forbidden'));
    };
    session.become({ state: 'left', enteredAt: null, endReason: 'left' });
    await says(element, 'Join again');
    button(element, 'Join again').click();
    await says(element, 'Joining needs the power level 50; yours is 0.');
    session.become({ endReason: 'kicked' });
    await says(element, 'You were removed from the room');
  });

  it('comes back to no other call than theirs', async () => {
    const before = { state: 'entered', enteredAt: Date.now(), participants: [anna], local: on } as const;
    const session = new ScriptedSession(before);
    const element = stage.show({ session: session.shown });
    await whole(element);
    session.become({ state: 'leaving', enteredAt: null });
    await says(element, 'Join again');
    button(element, 'Join again').click();
    await says(element, 'Joining…');
    session.become({ signallingInterrupted: true });
    await says(element, 'Signalling is interrupted');
    const next = new ScriptedSession(before);
    element.session = next.shown;
    await inScene(element, 'grid');
    next.become({ state: 'left', enteredAt: null, endReason: 'left' });
    await inScene(element, 'left');
    await says(element, 'Join again');
    expect([asked(session), asked(next)]).to.deep.equal([[], []]);
  });

  describe('speaks into the microphone that they chose', () => {
    let element: FamedlyGroupCall;
    const inUse = () =>
      element.session?.localUserMediaStream?.getAudioTracks()[0]?.getSettings().deviceId ?? null;

    async function room(properties: Partial<FamedlyGroupCall>): Promise<void> {
      const { port, roomId, sessions } = await stage.room('anna');
      await sessions[0]!.enter({ microphone: true, camera: false });
      element = stage.show({ roomId, client: port, ...properties });
    }

    async function another(): Promise<string> {
      const all = await listDevices(navigator.mediaDevices);
      const ids = all.filter(({ kind }) => kind === 'audioinput').map(({ deviceId }) => deviceId);
      return ids.findLast((id) => id !== 'default' && id !== inUse())!;
    }

    it('when they come back', async () => {
      await room({});
      await until(() => inUse() !== null, 'the preview');
      const chosen = await another();
      element.dispatchEvent(new RequestEvent({ do: 'select-device', slot: 'microphone', deviceId: chosen }));
      await until(() => inUse() === chosen, 'it is chosen');
      element.join();
      await inScene(element, 'grid');
      element.leave();
      await says(element, 'Join again');
      await until(() => element.session?.state === 'left', 'out');
      button(element, 'Join again').click();
      await until(() => inUse() !== null, 'a microphone');
      expect(inUse()).to.equal(chosen);
    });

    it('without a lobby, too', async () => {
      const chosen = await another();
      new KeptDevices().set({ microphoneId: chosen });
      await room({ lobby: 'off' });
      await until(() => inUse() !== null, 'a microphone');
      expect(inUse()).to.equal(chosen);
    });

    it('or into any where that has gone', async () => {
      new KeptDevices().set({ microphoneId: 'gone', cameraId: 'gone', speakerId: 'gone' });
      await room({ lobby: 'off' });
      await inScene(element, 'grid');
      await until(() => element.session?.snapshot.local.camera === 'on', 'the camera');
      await until(() => element.session?.snapshot.local.microphone === 'on', 'the microphone');
    });
  });
});
