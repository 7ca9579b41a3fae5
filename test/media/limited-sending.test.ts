import { expect } from '@open-wc/testing';
import type { Clock } from '../../src/foundation/clock.ts';
import { LimitedSending } from '../../src/media/peer/limited-sending.ts';
import type { SendingLimits } from '../../src/media/peer/limited-sending.ts';
import { ManualClock } from '../matrix/memory/manual-clock.ts';
import { connect, hearsAudio, inbound, pair, seesVideo, sendDevices, silentLog } from './pair.ts';
import { until } from '../until.ts';
import type { Pair, Side } from './pair.ts';

const WHOLE: SendingLimits = {
  camera: { active: true, maxBitrate: 2_000_000, lines: Infinity },
  screen: { active: true, maxBitrate: 2_500_000 },
};
const SMALL: SendingLimits = {
  camera: { active: true, maxBitrate: 300_000, lines: 180 },
  screen: { active: true, maxBitrate: 700_000 },
};

function encodingOf({ peer }: Side, slot: 'microphone' | 'camera' | 'screen'): RTCRtpEncodingParameters {
  return peer.slots.transceivers.get(slot)?.sender.getParameters().encodings[0] ?? {};
}

function limited({ peer }: Side): LimitedSending {
  return LimitedSending.of(peer, silentLog)!;
}

describe('sending within limits', () => {
  let both: Pair;
  afterEach(() => both.close());

  async function connected(clock?: Clock): Promise<void> {
    both = pair(clock && { clock });
    await sendDevices(both.caller, { audio: true, video: { width: 640, height: 360 } });
    await connect(both, { video: true });
  }

  it('sends the camera in the size asked for, and sound before it', async () => {
    await connected();
    limited(both.caller).limit(SMALL);
    await until(() => encodingOf(both.caller, 'camera').maxBitrate === 300_000);
    expect(encodingOf(both.caller, 'camera').scaleResolutionDownBy).to.equal(2);
    expect(encodingOf(both.caller, 'microphone')).to.include({ priority: 'high' });
    expect(encodingOf(both.caller, 'camera').priority).to.equal('low');
  });

  it('starts small and grows when the path is known, however often the limits change meanwhile', async () => {
    const clock = new ManualClock();
    await connected(clock);
    const sending = limited(both.caller);
    for (const limits of [WHOLE, SMALL, WHOLE]) sending.limit(limits);
    await until(() => encodingOf(both.caller, 'camera').maxBitrate === 2_000_000);
    expect(encodingOf(both.caller, 'camera').scaleResolutionDownBy).to.equal(2);
    clock.advance(1_000);
    await until(() => encodingOf(both.caller, 'camera').scaleResolutionDownBy === 1);
  });

  it('is not undone by the growing of a call of two', async () => {
    await connected();
    limited(both.caller).limit({ ...SMALL, camera: { active: true, maxBitrate: 300_000, lines: 120 } });
    await until(() => encodingOf(both.caller, 'camera').scaleResolutionDownBy === 3);
    await until(() => encodingOf(both.callee, 'camera').scaleResolutionDownBy === 1);
    expect(encodingOf(both.caller, 'camera').scaleResolutionDownBy).to.equal(3);
  });

  it('fits another camera and a screen that come later once it is told again', async () => {
    await connected();
    const sending = limited(both.caller);
    sending.limit(SMALL);
    await until(() => encodingOf(both.caller, 'camera').scaleResolutionDownBy === 2);
    const canvas = document.createElement('canvas');
    const [screen] = canvas.captureStream().getVideoTracks();
    both.caller.peer.setTrack('screen', screen!);
    const other = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 });
    both.caller.peer.setTrack('camera', other.captureStream().getVideoTracks()[0]!);
    await until(() => both.caller.peer.slots.transceivers.has('screen'));
    sending.limit(SMALL);
    await until(() => encodingOf(both.caller, 'screen').maxBitrate === 700_000);
    expect(encodingOf(both.caller, 'camera').scaleResolutionDownBy).to.equal(4);
    expect(encodingOf(both.caller, 'screen').scaleResolutionDownBy ?? 1).to.equal(1);
  });

  it('pauses the camera alone, tells of no trouble meanwhile, and goes on within a second', async () => {
    await connected();
    const sending = limited(both.caller);
    sending.limit(WHOLE);
    await seesVideo(both.callee);
    sending.limit({ ...WHOLE, camera: { ...WHOLE.camera, active: false } });
    await until(() => encodingOf(both.caller, 'camera').active === false);
    expect(encodingOf(both.caller, 'microphone').active).to.equal(true);
    expect(await sending.trouble()).to.equal(null);
    await until(async () => {
      const [before] = await inbound(both.callee, 'video');
      await new Promise((resolve) => setTimeout(resolve, 300));
      const [after] = await inbound(both.callee, 'video');
      return before?.framesReceived === after?.framesReceived;
    });
    const [paused] = await inbound(both.callee, 'video');
    await hearsAudio(both.callee);
    const since = performance.now();
    sending.limit(WHOLE);
    await seesVideo(both.callee, 1);
    expect(performance.now() - since, 'ms').to.be.below(1_000);
    const [again] = await inbound(both.callee, 'video');
    expect(again?.keyFramesDecoded, 'by a key frame').to.be.above(paused?.keyFramesDecoded ?? 0);
    await until(async () => (await sending.trouble()) !== null);
  });

  it('tells of no trouble where there is none, and of nothing where no picture is sent', async () => {
    await connected();
    const callee = limited(both.callee);
    expect(await limited(both.caller).trouble()).to.deep.equal({ loss: 0, isProcessorShort: false });
    expect(await callee.trouble()).to.equal(null);
  });
});
