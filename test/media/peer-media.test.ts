import { expect } from '@open-wc/testing';
import { connect, hearsAudio, pair, seesVideo, sendDevices } from './pair.ts';
import { until } from '../until.ts';
import type { Pair } from './pair.ts';

describe('two peers', () => {
  let both: Pair;
  beforeEach(() => {
    both = pair();
  });
  afterEach(() => {
    both.close();
  });

  it('see and hear each other', async () => {
    const { caller, callee } = both;
    await Promise.all([
      sendDevices(caller, { audio: true, video: true }),
      sendDevices(callee, { audio: true, video: true }),
      connect(both, { video: true }),
    ]);
    await Promise.all([seesVideo(caller), seesVideo(callee), hearsAudio(caller), hearsAudio(callee)]);
    expect([...caller.peer.remoteStreams.keys()]).to.deep.equal([callee.stream.id]);
    expect([...callee.peer.remoteStreams.keys()]).to.deep.equal([caller.stream.id]);
    expect(caller.offers).to.have.length(0);
    expect(callee.offers).to.have.length(0);
  });

  it('connect before a device is open, under the streams that the devices will have', async () => {
    const { caller, callee } = both;
    await connect(both, { video: true });
    expect([...caller.peer.remoteStreams.keys()]).to.deep.equal([callee.stream.id]);
    expect(callee.peer.localStreamIds).to.deep.equal({ userMedia: callee.stream.id, screen: null });
    await sendDevices(callee, { audio: true, video: true });
    await Promise.all([seesVideo(caller), hearsAudio(caller)]);
    expect(caller.offers).to.have.length(0);
    expect(callee.offers).to.have.length(0);
  });

  it('turn a voice call into a video call', async () => {
    const { caller, callee } = both;
    await Promise.all([sendDevices(caller, { audio: true }), sendDevices(callee, { audio: true })]);
    await connect(both, { video: false });
    await sendDevices(callee, { video: true });
    await seesVideo(caller);
    await sendDevices(caller, { video: true });
    await seesVideo(callee);
    expect([...caller.peer.remoteStreams.values()].map((stream) => stream.getTracks().length)).to.include(2);
    expect(caller.peer.remoteStreams.size).to.equal(1);
  });

  it('share their screens at the same moment and stop', async () => {
    const { caller, callee } = both;
    await connect(both, { video: true });
    for (const side of [caller, callee]) {
      const screen = await navigator.mediaDevices.getUserMedia({ video: true });
      side.stream.addTrack(screen.getVideoTracks()[0]!);
    }
    for (const side of [caller, callee]) side.peer.setTrack('screen', side.stream.getVideoTracks()[0]!);
    await until(() => caller.peer.remoteStreams.size === 2 && callee.peer.remoteStreams.size === 2);
    await Promise.all([seesVideo(caller), seesVideo(callee)]);
    expect([...caller.peer.remoteStreams.keys()]).to.deep.equal([
      callee.stream.id,
      callee.peer.localStreamIds.screen,
    ]);
    for (const side of [caller, callee]) side.peer.setTrack('screen', null);
    expect(caller.peer.localStreamIds.screen).to.equal(null);
    await until(() => caller.peer.remoteStreams.size === 1 && callee.peer.remoteStreams.size === 1);
  });
});
