import { expect } from '@open-wc/testing';
import { nextTask } from '../../../components/engine-link/next-task.ts';
import type { FamedlyGroupCall } from '../../../components/group-call/famedly-group-call.ts';
import type { GroupCallEndDetail } from '../../../components/group-call/group-call-events.ts';
import { VoIP } from '../../../src/index.ts';
import { until } from '../../until.ts';
import { inScene } from '../call/stage.ts';
import { GroupStage, whole } from './group-stage.ts';
import { participant, ScriptedSession } from './scripted-session.ts';

const anna = participant('anna');

describe('a call that famedly-group-call shows no more', () => {
  let stage: GroupStage;
  beforeEach(() => {
    localStorage.clear();
    stage = new GroupStage();
  });
  afterEach(() => stage.close());

  async function preview(element: FamedlyGroupCall): Promise<MediaStreamTrack> {
    await until(() => element.session?.snapshot.local.camera === 'on', 'the preview');
    return element.session!.localUserMediaStream!.getVideoTracks()[0]!;
  }

  const endsOf = (element: FamedlyGroupCall): GroupCallEndDetail[] => {
    const ends: GroupCallEndDetail[] = [];
    element.addEventListener('famedly-call-end', ({ detail }) => ends.push(detail));
    return ends;
  };

  it('sees nobody in its lobby, where another room is shown', async () => {
    const { port, roomId } = await stage.room();
    const other = stage.world.server.createRoom(port.userId, { members: [] });
    await until(() => port.room(other) !== undefined, 'the other room');
    const element = stage.show({ roomId, client: port });
    const camera = await preview(element);
    const first = element.session;
    element.roomId = other;
    await until(() => element.session !== first && element.session !== null, 'the other lobby');
    await preview(element);
    expect([camera.readyState, first?.localUserMediaStream]).to.deep.equal(['ended', null]);
  });

  it('sees nobody in its lobby, where another call of the room is shown', async () => {
    const { port, roomId } = await stage.room();
    const element = stage.show({ roomId, client: port, callId: 'one' });
    const camera = await preview(element);
    element.callId = 'two';
    await until(() => element.session?.callId === 'two', 'the other lobby');
    await until(() => camera.readyState === 'ended', 'nobody is seen');
  });

  it('gives way to the one whose application and scope the page names', async () => {
    const { port, roomId } = await stage.room();
    const element = stage.show({ roomId, client: port });
    const camera = await preview(element);
    element.setAttribute('application', 'm.call.audio');
    element.setAttribute('scope', 'm.user');
    await until(() => element.session?.snapshot.application === 'm.call.audio', 'the other lobby');
    expect(element.session!.snapshot.scope).to.equal('m.user');
    await until(() => camera.readyState === 'ended', 'nobody is seen');
  });

  it('has nobody in it, where the page shows one of its own', async () => {
    const { port, roomId, sessions } = await stage.room('anna');
    await sessions[0]!.enter({ microphone: true, camera: false });
    const element = stage.show({ roomId, client: port, lobby: 'off' });
    await inScene(element, 'grid');
    const own = element.session!;
    element.session = null;
    expect(own.state).to.equal('entered');
    const ends = endsOf(element);
    element.session = new ScriptedSession().shown;
    await until(() => own.state === 'left', 'we have left');
    const { callId } = own;
    expect(ends.map(({ duration: _, ...which }) => which)).to.deep.equal([
      { callId, roomId, reason: 'left' },
    ]);
  });

  it('has an end that the page hears of, though the element is gone', async () => {
    const { port, roomId, sessions } = await stage.room('anna');
    await sessions[0]!.enter({ microphone: true, camera: false });
    const element = stage.show({ roomId, client: port, lobby: 'off' });
    const began = performance.now();
    await inScene(element, 'grid');
    const { callId } = element.session!;
    const ends = endsOf(element);
    element.remove();
    await until(() => ends.length > 0, 'the end');
    const [{ duration, ...which }] = ends as [GroupCallEndDetail];
    expect(which).to.deep.equal({ callId, roomId, reason: 'left' });
    expect(duration).to.be.within(0, performance.now() - began);
    await until(() => sessions[0]!.participants.length === 0, 'anna sees it');
    expect(ends).to.have.lengthOf(1);
  });

  it('is neither left nor closed where it is the page’s', async () => {
    const { port, roomId } = await stage.room();
    const voip = new VoIP(port);
    const session = await voip.fetchOrCreateGroupCall(roomId);
    const element = stage.show({ roomId, voip, session });
    const camera = await preview(element);
    element.session = new ScriptedSession().shown;
    await until(() => element.session !== session, 'another is shown');
    expect([camera.readyState, session.state]).to.deep.equal(['live', 'lobby']);
    voip.dispose();
  });

  it('opens no camera, plays nothing and is not told of sizes once the element is gone', async () => {
    const { stream } = new AudioContext().createMediaStreamDestination();
    const session = new ScriptedSession({ state: 'entered', enteredAt: Date.now(), participants: [anna] });
    session.streamsOf = () => ({ userMediaStream: stream, screenStream: null });
    const played: HTMLAudioElement[] = [];
    const { Audio } = window;
    window.Audio = class extends Audio {
      constructor() {
        super();
        played.push(this);
      }
    };
    const plays = (): boolean => played.some(({ srcObject }) => srcObject === stream);
    try {
      const element = stage.show({ session: session.shown });
      await whole(element);
      await until(() => plays() && session.sizes.get(anna.id) != null, 'anna is heard and seen');
      element.remove();
      await until(() => !plays() && session.sizes.get(anna.id) === null, 'neither');
      session.become({ activeSpeaker: anna.id });
      await element.updateComplete;
      expect([plays(), session.sizes.get(anna.id)]).to.deep.equal([false, null]);
      session.become({ state: 'lobby', enteredAt: null });
      await element.updateComplete;
      await nextTask();
      expect(session.asked.filter(([name]) => name === 'openPreview')).to.deep.equal([]);
      document.body.append(element);
      await inScene(element, 'lobby');
      await until(() => session.asked.some(([name]) => name === 'openPreview'), 'it is shown again');
    } finally {
      window.Audio = Audio;
    }
  });
});
