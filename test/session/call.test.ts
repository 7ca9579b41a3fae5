import { expect } from '@open-wc/testing';
import { World, inState, rings, seesFrames } from './world.ts';
import { until } from '../until.ts';

describe('a call between two sessions', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });
  afterEach(() => {
    world.close();
  });

  async function connected(type: 'voice' | 'video' = 'video') {
    const { alice, bob, roomId } = await world.pair();
    const call = alice.voip.inviteToCall(roomId, type, { userId: '@bob:memory' });
    const incoming = await rings(bob);
    incoming.answer();
    await inState(call, 'connected');
    await inState(incoming, 'connected');
    return { alice, bob, roomId, call, incoming };
  }

  it('connects, shows video on both sides and ends for both', async () => {
    const { call, incoming } = await connected();
    await seesFrames(() => call.remoteUserMediaStream);
    await seesFrames(() => incoming.remoteUserMediaStream);
    incoming.hangup();
    await inState(call, 'ended');
    expect(call.snapshot.endReason).to.equal('user_hangup');
    expect(call.snapshot.endedBy).to.equal('remote');
    expect(incoming.snapshot.endedBy).to.equal('local');
    const tracks = call.localUserMediaStream.getTracks();
    expect(tracks.every(({ readyState }) => readyState === 'ended')).to.equal(true);
  });

  it('tells the caller that it was declined', async () => {
    const { alice, bob, roomId } = await world.pair();
    const call = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    (await rings(bob)).reject();
    await inState(call, 'ended');
    expect(call.snapshot.endReason).to.equal('rejected');
  });

  it('shows the other side that microphone and camera are muted', async () => {
    const { call, incoming } = await connected();
    await call.setMicrophoneMuted(true);
    await until(() => incoming.snapshot.remote.microphoneMuted, 'microphone shown as muted');
    await call.setLocalVideoMuted(true);
    await until(() => incoming.snapshot.remote.cameraMuted, 'camera shown as muted');
    await call.setLocalVideoMuted(false);
    await until(() => !incoming.snapshot.remote.cameraMuted, 'camera shown as on');
  });

  it('turns a voice call into a video call', async () => {
    const { call, incoming } = await connected('voice');
    await call.setLocalVideoMuted(false);
    await seesFrames(() => incoming.remoteUserMediaStream);
  });

  it('holds from both sides', async () => {
    const { call, incoming } = await connected();
    call.setRemoteOnHold(true);
    await until(() => incoming.snapshot.localOnHold, 'held');
    incoming.setRemoteOnHold(true);
    await until(() => call.snapshot.localOnHold, 'held, too');
    call.setRemoteOnHold(false);
    incoming.setRemoteOnHold(false);
    await until(() => !call.snapshot.localOnHold && !incoming.snapshot.localOnHold, 'resumed');
    await seesFrames(() => call.remoteUserMediaStream);
  });

  it('shares screens from both sides at once', async () => {
    const { call, incoming } = await connected();
    await Promise.all([call.setScreensharingEnabled(true), incoming.setScreensharingEnabled(true)]);
    await seesFrames(() => call.remoteScreenSharingStream);
    await seesFrames(() => incoming.remoteScreenSharingStream);
    await call.setScreensharingEnabled(false);
    await until(() => !incoming.snapshot.remote.screensharing, 'the screen is gone');
    expect(call.snapshot.remote.screensharing).to.equal(true);
  });
});
