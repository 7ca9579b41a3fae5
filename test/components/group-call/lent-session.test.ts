import { expect } from '@open-wc/testing';
import type { FamedlyGroupCall } from '../../../components/group-call/famedly-group-call.ts';
import { VoIP } from '../../../src/index.ts';
import type { GroupCallSession } from '../../../src/index.ts';
import { until } from '../../until.ts';
import { button, inScene, text } from '../call/stage.ts';
import { GroupStage, whole } from './group-stage.ts';

describe('a call that the page lends to famedly-group-call', () => {
  let stage: GroupStage;
  let voip: VoIP;
  let roomId: string;
  let session: GroupCallSession;
  let errors: string[];
  beforeEach(async () => {
    localStorage.clear();
    errors = [];
    stage = new GroupStage();
    const room = await stage.room();
    ({ roomId } = room);
    voip = new VoIP(room.port);
    session = await voip.fetchOrCreateGroupCall(roomId);
  });
  afterEach(() => {
    stage.close();
    voip.dispose();
  });

  function show(properties: Partial<FamedlyGroupCall>): FamedlyGroupCall {
    const element = stage.show({ session, ...properties });
    element.addEventListener('famedly-call-error', ({ detail }) => errors.push(detail.code));
    return element;
  }

  const says = (element: FamedlyGroupCall, words: string) =>
    until(() => text(element).includes(words), `the words ${words}: ${text(element)}`);

  async function leave(element: FamedlyGroupCall): Promise<void> {
    await inScene(element, 'lobby');
    element.join();
    await inScene(element, 'grid');
    element.leave();
    await says(element, 'Join again');
    await until(() => session.state === 'left', 'out of it');
  }

  it('needs nothing else', async () => {
    const element = show({});
    await inScene(element, 'lobby');
    // As long as a page has to hand over a client.
    await inScene(stage.show({ roomId }), 'problem');
    await element.updateComplete;
    expect(element.matches(':state(lobby)')).to.equal(true);
    expect(text(element)).not.to.include('Not encrypted');
    element.join();
    await inScene(element, 'grid');
    await whole(element);
    expect(text(element)).not.to.include('Not encrypted');
    expect(errors).to.deep.equal([]);
  });

  it('needs no room beside the engine', async () => {
    const element = show({ voip });
    await inScene(element, 'lobby');
    await until(() => element.session?.snapshot.local.camera === 'on', 'the preview');
    expect(element.matches(':state(lobby)')).to.equal(true);
  });

  it('is begun again by whoever left it as the last', async () => {
    const element = show({ voip });
    await leave(element);
    button(element, 'Join again').click();
    await inScene(element, 'grid');
    expect(element.session).not.to.equal(session);
    expect(element.session?.callId).to.equal(session.callId);
    const again = element.session!;
    element.remove();
    await until(() => again.state === 'left', 'the element’s own is left with it');
    expect(errors).to.deep.equal([]);
  });

  it('is of the same application and scope when it is begun again', async () => {
    session = await voip.fetchOrCreateGroupCall(roomId, { application: 'm.call.audio', scope: 'm.user' });
    const element = show({ voip });
    await leave(element);
    button(element, 'Join again').click();
    await inScene(element, 'grid');
    const { application, scope } = element.session!.snapshot;
    expect(element.session).not.to.equal(session);
    expect([application, scope]).to.deep.equal(['m.call.audio', 'm.user']);
  });

  it('has a lobby again once everybody has left it', async () => {
    const element = show({ voip, lobby: 'off' });
    await leave(element);
    button(element, 'Back').click();
    await inScene(element, 'lobby');
    await until(() => element.session !== session, 'another call');
    await until(() => element.session?.snapshot.local.camera === 'on', 'the preview');
    expect(element.session?.state).to.equal('lobby');
    expect(session.localUserMediaStream).to.equal(null);
    expect(errors).to.deep.equal([]);
  });

  it('says so where it is over and there is no engine for another', async () => {
    const element = show({});
    await leave(element);
    button(element, 'Join again').click();
    await says(element, 'Call ended');
    expect(errors).to.deep.equal(['ended']);
  });
});
