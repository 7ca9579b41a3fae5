import { connect, pair, sendDevices } from './pair.ts';
import { until } from '../until.ts';
import type { Side } from './pair.ts';

/** Pictures that reach the element: a browser may decode what it no longer shows. */
function shown({ peer }: Side): { frames: () => number; remove: () => void } {
  const video = document.createElement('video');
  video.muted = true;
  video.autoplay = true;
  document.body.append(video);
  video.srcObject = [...peer.remoteStreams.values()][0]!;
  return { frames: () => video.getVideoPlaybackQuality().totalVideoFrames, remove: () => video.remove() };
}

describe('offers of both sides at once', () => {
  it('leave the pictures of both running, and give both what they wanted', async () => {
    const both = pair();
    const { caller, callee } = both;
    await Promise.all([sendDevices(caller, { video: true }), sendDevices(callee, { video: true })]);
    await connect(both, { video: true });
    await until(() => caller.peer.remoteStreams.size + callee.peer.remoteStreams.size === 2);
    const screens = [shown(caller), shown(callee)];
    await until(() => screens.every(({ frames }) => frames() > 5));

    const canvas = document.createElement('canvas');
    canvas.getContext('2d')!.fillRect(0, 0, 10, 10);
    for (const { peer } of [caller, callee]) peer.setTrack('screen', canvas.captureStream(5).getTracks()[0]!);
    await until(() => caller.peer.remoteStreams.size === 2 && callee.peer.remoteStreams.size === 2);
    for (const { peer } of [caller, callee]) peer.restartIce({ relayOnly: false });
    const before = screens.map(({ frames }) => frames());
    await until(() => screens.every(({ frames }, index) => frames() > before[index]! + 10));

    for (const screen of screens) screen.remove();
    both.close();
  });
});
