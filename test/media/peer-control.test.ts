import { expect } from '@open-wc/testing';
import type { Clock } from '../../src/foundation/clock.ts';
import { systemClock } from '../../src/foundation/clock.ts';
import type { PeerStatistics } from '../../src/media/peer-port.ts';
import { connect, hearsAudio, inbound, pair, seesVideo, sendDevices } from './pair.ts';
import { until } from '../until.ts';
import type { Pair, Side } from './pair.ts';

/** Real time that knows what is still to come. */
class CountingClock implements Clock {
  pending = 0;
  now(): number {
    return systemClock.now();
  }
  after(ms: number, task: () => void): () => void {
    this.pending += 1;
    let isOver = false;
    const over = (): void => {
      if (!isOver) this.pending -= 1;
      isOver = true;
    };
    const cancel = systemClock.after(ms, () => {
      over();
      task();
    });
    return () => {
      over();
      cancel();
    };
  }
}

/** The whole picture arrives, or as much of it as this machine's processor allows the sender. */
async function fullPicture(from: Side, to: Side): Promise<void> {
  await until(async () => {
    if ((await inbound(to, 'video')).some(({ frameWidth }) => frameWidth === 1280)) return true;
    const [, camera] = from.connection.getSenders();
    const limits = new Set<string | undefined>();
    (await camera!.getStats()).forEach((stat: RTCOutboundRtpStreamStats) => {
      limits.add(stat.qualityLimitationReason);
    });
    return limits.has('cpu') && camera!.getParameters().encodings[0]!.scaleResolutionDownBy === 1;
  });
}

describe('a connected peer', () => {
  let both: Pair;
  let clock: CountingClock;
  beforeEach(() => {
    clock = new CountingClock();
    both = pair({ clock });
  });
  afterEach(() => {
    both.close();
    expect(clock.pending).to.equal(0);
  });

  it('holds and is held, both ways', async () => {
    const { caller, callee } = both;
    const held: string[] = [];
    caller.peer.on('heldbyremote', (isHeld) => held.push(`caller ${isHeld}`));
    callee.peer.on('heldbyremote', (isHeld) => held.push(`callee ${isHeld}`));
    await Promise.all([
      sendDevices(caller, { audio: true, video: true }),
      sendDevices(callee, { audio: true, video: true }),
      connect(both, { video: true }),
    ]);
    const direction = (): string[] =>
      caller.connection.getTransceivers().map((t) => String(t.currentDirection));
    const sent = (side: Side): (MediaStreamTrack | null)[] =>
      side.connection.getSenders().map(({ track }) => track);

    caller.peer.setRemoteOnHold(true);
    await until(() => held.at(-1) === 'callee true' && direction().every((value) => value === 'sendonly'));
    expect(sent(caller)).to.deep.equal([null, null]);
    callee.peer.setRemoteOnHold(true);
    await until(() => held.at(-1) === 'caller true' && direction().every((value) => value === 'inactive'));
    caller.peer.setRemoteOnHold(false);
    await until(() => held.at(-1) === 'callee false');
    callee.peer.setRemoteOnHold(false);
    await until(() => held.at(-1) === 'caller false' && direction().every((value) => value === 'sendrecv'));
    expect(held).to.deep.equal(['callee true', 'caller true', 'callee false', 'caller false']);
    await Promise.all([seesVideo(caller), seesVideo(callee), hearsAudio(caller), hearsAudio(callee)]);
  });

  it('starts small and grows to the whole picture', async () => {
    const { caller, callee } = both;
    const camera = { video: { width: 1280, height: 720 } };
    await Promise.all([sendDevices(caller, camera), sendDevices(callee, camera)]);
    await connect(both, { video: true });
    for (const { connection } of [caller, callee])
      expect(connection.getSenders()[1]!.getParameters().encodings[0]!.scaleResolutionDownBy).to.equal(2);
    expect(caller.connection.remoteDescription!.sdp).to.contain('x-google-start-bitrate');
    expect(caller.connection.localDescription!.sdp).not.to.contain('x-google-start-bitrate');
    expect(callee.connection.localDescription!.sdp).not.to.contain('x-google-start-bitrate');
    await Promise.all([fullPicture(caller, callee), fullPicture(callee, caller)]);
  });

  it('measures once a second while somebody listens', async () => {
    const { caller, callee } = both;
    const devices = { audio: true, video: { width: 1280, height: 720 } };
    await Promise.all([sendDevices(caller, devices), sendDevices(callee, devices)]);
    await connect(both, { video: true });
    await seesVideo(caller);
    const all: PeerStatistics[] = [];
    const stop = caller.peer.onStatistics((statistics) => all.push(statistics));
    await until(() => all.length === 2);
    stop();
    const last = all[1]!;
    expect(last.bitrateReceived).to.be.greaterThan(50_000);
    expect(last.bitrateSent).to.be.greaterThan(50_000);
    expect(last.quality).to.equal('good');
    expect(last.lossReceived).to.be.within(0, 1);
    expect(last.roundTripTime).to.be.within(0, 1000);
    expect(last.video.received?.framesPerSecond).to.be.greaterThan(1);
    expect(last.video.sent?.width).to.be.within(320, 1280);
    expect(last.localCandidateType).to.be.oneOf(['host', 'prflx']);
    expect(last.remoteCandidateType).to.be.oneOf(['host', 'prflx']);
    await until(() => clock.pending === 0);
  });

  it('sends tones one after the other', async () => {
    const { caller, callee } = both;
    expect(caller.peer.canSendDtmf).to.equal(false);
    caller.peer.sendDtmf('1');
    await Promise.all([sendDevices(caller, { audio: true }), connect(both, { video: false })]);
    await until(() => caller.peer.canSendDtmf);
    expect(callee.peer.canSendDtmf).to.equal(true);
    const played: string[] = [];
    const { dtmf } = caller.connection.getSenders()[0]!;
    dtmf!.addEventListener('tonechange', ({ tone }) => played.push(tone));
    caller.peer.sendDtmf('1');
    caller.peer.sendDtmf('2#');
    await until(() => played.at(-1) === '');
    expect(played.join('')).to.equal('12#');
  });

  it('goes on without ICE servers that make no sense', async () => {
    both.close();
    both = pair({ clock, iceServers: [{ urls: 'nonsense' }] });
    await connect(both, { video: false });
    both.caller.peer.setIceServers([{ urls: 'turn:192.0.2.1' }]);
    both.caller.peer.setIceServers([{ urls: 'stun:192.0.2.1' }]);
    const servers = (): RTCIceServer[] => both.caller.connection.getConfiguration().iceServers ?? [];
    await until(() => servers().length === 1);
    both.caller.peer.setIceServers([{ urls: 'nonsense' }]);
    both.caller.peer.setIceServers([]);
    await until(() => servers().length === 0);
  });
});
