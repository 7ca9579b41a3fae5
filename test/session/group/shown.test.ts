import { expect } from '@open-wc/testing';
import type { GroupCallSession } from '../../../src/index.ts';
import { seesFrames } from '../world.ts';
import { until } from '../../until.ts';
import { allConnected as allReallyConnected, GroupWorld } from './group-world.ts';
import { allConnected } from './simulated/all-connected.ts';
import { SimulatedWorld } from './simulated/simulated-world.ts';

const ALICE = '@alice:memory';
const BOB = '@bob:memory';

describe('what the others of a group call show', () => {
  it('says who is mute and whose camera is off, from the start and whenever it changes', async () => {
    const world = new SimulatedWorld();
    const roomId = world.room([ALICE, BOB]);
    const alice = await world.device(ALICE, 'A1');
    const bob = await world.device(BOB, 'B1');
    const one = await alice.session(roomId);
    await world.settled(one.enter({ microphone: true, camera: false }));
    const other = await bob.join(roomId);
    await allConnected(world, [one, other]);
    const muted = (session: GroupCallSession): unknown =>
      session.participants.map(({ microphoneMuted, cameraMuted }) => [microphoneMuted, cameraMuted]);
    expect(muted(other), 'alice as bob sees her').to.deep.equal([[false, true]]);
    expect(muted(one), 'bob as alice sees him').to.deep.equal([[false, false]]);
    await one.setMicrophoneMuted(true);
    await one.setLocalVideoMuted(false);
    await world.until(() => String(muted(other)) === 'true,false', 'alice is mute, and seen');
    expect(one.snapshot.local).to.include({ microphone: 'muted', camera: 'on' });
    await one.setMicrophoneMuted(false);
    await world.until(() => other.participants[0]?.microphoneMuted === false, 'alice is heard');
    world.close();
  });

  it('is both screens where two people share theirs at once', async () => {
    const world = new GroupWorld();
    const members = await world.members('alice', 'bob', 'carol');
    const [alice, bob, carol] = members.map(({ session }) => session) as [
      GroupCallSession,
      GroupCallSession,
      GroupCallSession,
    ];
    await Promise.all(members.map(({ session }) => session.enter()));
    await allReallyConnected(members);
    await Promise.all([alice.setScreensharingEnabled(true), bob.setScreensharingEnabled(true)]);
    const sharing = (session: GroupCallSession): number =>
      session.participants.filter(({ screensharing }) => screensharing).length;
    await until(() => sharing(carol) === 2 && sharing(alice) === 1 && sharing(bob) === 1, 'both screens');
    const ids = carol.participants.map(({ id }) => id);
    for (const id of ids) await seesFrames(() => carol.streamsOf(id).screenStream);
    for (const id of ids) await seesFrames(() => carol.streamsOf(id).userMediaStream);
    await alice.setScreensharingEnabled(false);
    await until(() => sharing(carol) === 1 && sharing(bob) === 0, 'one screen');
    expect(carol.participants.find(({ screensharing }) => screensharing)?.deviceId).to.equal('BOB');
    world.close();
  });

  it('is given back when we leave: every track has ended and every connection is closed', async () => {
    const open: RTCPeerConnection[] = [];
    const tracks: MediaStreamTrack[] = [];
    const world = new GroupWorld();
    const members = await world.members('alice', 'bob');
    const real = window.RTCPeerConnection;
    window.RTCPeerConnection = class extends real {
      constructor(configuration?: RTCConfiguration) {
        super(configuration);
        open.push(this);
      }
    };
    try {
      await Promise.all(members.map(({ session }) => session.enter()));
      await allReallyConnected(members);
    } finally {
      window.RTCPeerConnection = real;
    }
    for (const { session } of members) {
      await session.setScreensharingEnabled(true);
      tracks.push(...(session.localUserMediaStream?.getTracks() ?? []));
      tracks.push(...(session.localScreenSharingStream?.getTracks() ?? []));
    }
    expect(open).to.have.length(2);
    expect(tracks.filter(({ readyState }) => readyState === 'live').length).to.be.at.least(6);
    for (const { session } of members) await session.leave();
    expect(tracks.map(({ readyState }) => readyState)).not.to.include('live');
    expect(open.map(({ signalingState }) => signalingState)).to.deep.equal(['closed', 'closed']);
    expect(members.map(({ session }) => session.localUserMediaStream)).to.deep.equal([null, null]);
    world.close();
  });
});
