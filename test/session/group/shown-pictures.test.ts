import { expect } from '@open-wc/testing';
import type { GroupCallSession } from '../../../src/index.ts';
import { seesFrames } from '../world.ts';
import { until } from '../../until.ts';
import type { Person } from '../world.ts';
import { allConnected, GroupWorld } from './group-world.ts';
import { SkippingClock } from './skipping-clock.ts';

/** ms after which what is not shown is not sent. */
const LONG = 11_000;

/** People of whom it is known what their connections carry. */
class SeenWorld extends GroupWorld {
  readonly clock = new SkippingClock();
  readonly connections: RTCPeerConnection[] = [];

  override person(userId: string, deviceId: string): Promise<Person> {
    const createPeerConnection = (configuration: RTCConfiguration): RTCPeerConnection => {
      const connection = new RTCPeerConnection(configuration);
      if (deviceId === 'BOB') this.connections.push(connection);
      return connection;
    };
    return super.person(userId, deviceId, { createPeerConnection }, { clock: this.clock });
  }

  /** What was asked for has been heard of; then time passes. */
  async passes(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    this.clock.skip(LONG);
  }
}

/** Of packets with pictures, or with sound, that go out of it. */
async function sent(connection: RTCPeerConnection | undefined, kind: 'audio' | 'video'): Promise<number> {
  let packets = 0;
  (await connection?.getStats())?.forEach((stat: RTCOutboundRtpStreamStats) => {
    if (stat.type === 'outbound-rtp' && stat.kind === kind) packets += stat.packetsSent ?? 0;
  });
  return packets;
}

describe('pictures that somebody does not show', () => {
  let world: SeenWorld;
  beforeEach(() => {
    world = new SeenWorld();
  });
  afterEach(() => {
    world.close();
  });

  /** Bob sees Alice and Carol, and sends to Alice first. */
  async function three() {
    const members = await world.members('alice', 'bob', 'carol');
    const [alice, bob, carol] = members.map(({ session }) => session) as [
      GroupCallSession,
      GroupCallSession,
      GroupCallSession,
    ];
    await Promise.all([alice.enter(), bob.enter()]);
    await allConnected(members.slice(0, 2));
    await carol.enter();
    await allConnected(members);
    const id = bob.snapshot.localParticipantId;
    const stream = (): MediaStream | null => alice.streamsOf(id).userMediaStream;
    await seesFrames(stream);
    const [toAlice, toCarol] = world.connections;
    return { alice, bob, carol, id, stream, toAlice, toCarol };
  }

  /** Nothing leaves for a third of a second. */
  async function stands(connection: RTCPeerConnection | undefined): Promise<void> {
    const limit = performance.now() + 10_000;
    for (;;) {
      const before = await sent(connection, 'video');
      await new Promise((resolve) => setTimeout(resolve, 330));
      if ((await sent(connection, 'video')) === before) return;
      if (performance.now() > limit) throw new Error('never: no picture is sent');
    }
  }

  async function goesOn(connection: RTCPeerConnection | undefined, kind: 'audio' | 'video'): Promise<number> {
    const since = performance.now();
    const before = await sent(connection, kind);
    while ((await sent(connection, kind)) <= before) {
      if (performance.now() - since > 10_000) throw new Error(`never: ${kind} is sent`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return performance.now() - since;
  }

  it('are not sent to them, but to the others; sound is; and they are back within a second', async () => {
    const { alice, id, stream, toAlice, toCarol } = await three();
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = stream();
    await video.play();
    alice.setShown(id, { camera: 0, screen: 0 });
    await world.passes();
    await stands(toAlice);
    await goesOn(toAlice, 'audio');
    await goesOn(toCarol, 'video');
    expect(video.videoWidth, 'the last picture stays').to.be.above(2);
    expect(alice.participants.map(({ connection, quality }) => `${connection} ${quality}`)).to.deep.equal([
      'connected good',
      'connected good',
    ]);
    const shown = new Promise<number>((resolve) => video.requestVideoFrameCallback(resolve));
    const asked = performance.now();
    alice.setShown(id, { camera: 180, screen: 0 });
    expect((await shown) - asked, 'ms').to.be.below(1_000);
    await goesOn(toCarol, 'video');
    video.srcObject = null;
  });

  it('are sent as small as they are shown, to who shows them small', async () => {
    const { alice, id, toAlice, toCarol } = await three();
    await until(
      () => bitrateOf(toAlice) === bitrateOf(toCarol) && bitrateOf(toAlice) !== undefined,
      'as much',
    );
    alice.setShown(id, { camera: 90, screen: 0 });
    await world.passes();
    await until(() => bitrateOf(toAlice) === 150_000, 'little');
    expect(bitrateOf(toCarol)).to.be.above(150_000);
    alice.setShown(id, null);
    await until(() => bitrateOf(toAlice) === bitrateOf(toCarol), 'as much as ever');
  });

  it('are screens, too, beside a camera that is shown', async () => {
    const { alice, bob, id, toAlice } = await three();
    await bob.setScreensharingEnabled(true);
    await seesFrames(() => alice.streamsOf(id).screenStream);
    alice.setShown(id, { camera: 1_080, screen: 0 });
    await world.passes();
    const active = (): readonly (boolean | undefined)[] =>
      videoSenders(toAlice).map((sender) => sender.getParameters().encodings[0]?.active);
    await until(() => active().join() === 'true,false', 'the screen is not sent');
    alice.setShown(id, { camera: 1_080, screen: 100 });
    await until(() => active().join() === 'true,true', 'the screen is sent');
    await seesFrames(() => alice.streamsOf(id).screenStream);
  });
});

function videoSenders(connection: RTCPeerConnection | undefined): readonly RTCRtpSender[] {
  return (connection?.getSenders() ?? []).filter(({ track }) => track?.kind === 'video');
}

function bitrateOf(connection: RTCPeerConnection | undefined): number | undefined {
  return videoSenders(connection)[0]?.getParameters().encodings[0]?.maxBitrate;
}
