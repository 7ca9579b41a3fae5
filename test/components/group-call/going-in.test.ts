import { expect } from '@open-wc/testing';
import { nextTask } from '../../../components/engine-link/next-task.ts';
import type { FamedlyGroupCall } from '../../../components/group-call/famedly-group-call.ts';
import { VoIP } from '../../../src/index.ts';
import type { GroupCallSession } from '../../../src/index.ts';
import { until } from '../../until.ts';
import { inScene } from '../call/stage.ts';
import { GroupStage } from './group-stage.ts';

describe('a wish to go into a call of many', () => {
  let stage: GroupStage;
  let voip: VoIP;
  let element: FamedlyGroupCall;
  let session: GroupCallSession;
  let otherRoom: string;
  /** Lets what is looked for be found, and whoever looked for it do what they want with it. */
  let find: () => Promise<void>;
  beforeEach(async () => {
    localStorage.clear();
    stage = new GroupStage();
    const { port, roomId, sessions } = await stage.room('anna');
    await sessions[0]!.enter({ microphone: true, camera: false });
    otherRoom = stage.world.server.createRoom(port.userId, { members: [] });
    await until(() => port.room(otherRoom) !== undefined, 'the other room');
    voip = new VoIP(port);
    element = stage.show({ roomId, voip });
    await inScene(element, 'lobby');
    session = element.session!;
    await until(() => session.snapshot.local.camera === 'on', 'the preview');
    let tell = (): void => undefined;
    const found = new Promise<void>((resolve) => (tell = resolve));
    const fetch = voip.fetchOrCreateGroupCall.bind(voip);
    find = async () => {
      tell();
      await voip.fetchOrCreateGroupCall(roomId);
      await nextTask();
    };
    voip.fetchOrCreateGroupCall = async (...which) => {
      await found;
      return fetch(...which);
    };
    element.join();
  });
  afterEach(() => {
    stage.close();
    voip.dispose();
  });

  it('comes true once, however often it is said', async () => {
    const errors: string[] = [];
    element.addEventListener('famedly-call-error', ({ detail }) => errors.push(detail.code));
    element.join();
    await find();
    element.join();
    await inScene(element, 'grid');
    element.join();
    await find();
    expect([session.state, errors]).to.deep.equal(['entered', []]);
  });

  it('ends with the element', async () => {
    element.remove();
    await until(() => element.session === null, 'it has let go');
    await find();
    expect([session.state, session.localUserMediaStream]).to.deep.equal(['lobby', null]);
  });

  it('is taken back by leaving', async () => {
    element.leave();
    await find();
    expect(session.state).to.equal('left');
  });

  it('is for the room that is named by then', async () => {
    element.roomId = otherRoom;
    element.join();
    await element.updateComplete;
    await find();
    await inScene(element, 'grid');
    expect([session.state, element.session?.roomId]).to.deep.equal(['lobby', otherRoom]);
  });

  it('ends where another room is shown', async () => {
    element.roomId = otherRoom;
    await until(() => element.session !== session, 'another room');
    await find();
    await until(() => element.session?.roomId === otherRoom, 'its lobby');
    expect([session.state, element.session?.state]).to.deep.equal(['lobby', 'lobby']);
  });
});
