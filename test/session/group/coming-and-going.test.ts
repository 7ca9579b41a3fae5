import { expect } from '@open-wc/testing';
import { GroupCallError } from '../../../src/group-call/group-call-error.ts';
import type { GroupCallSession } from '../../../src/session/group-call-session.ts';
import { allConnected } from './simulated/all-connected.ts';
import { SimulatedWorld } from './simulated/simulated-world.ts';

const ALICE = '@alice:memory';
const BOB = '@bob:memory';
const CAROL = '@carol:memory';

describe('who is in a group call', () => {
  let world: SimulatedWorld;
  beforeEach(() => {
    world = new SimulatedWorld();
  });
  afterEach(() => {
    world.close();
  });

  async function three() {
    const roomId = world.room([ALICE, BOB, CAROL]);
    const alice = await world.device(ALICE, 'A1');
    const bob = await world.device(BOB, 'B1');
    const carol = await world.device(CAROL, 'C1');
    const sessions = [await alice.join(roomId), await bob.join(roomId), await carol.join(roomId)] as const;
    await allConnected(world, sessions);
    return { roomId, alice, bob, carol, sessions };
  }

  it('are gone within 25 s of a crash, and nobody else is', async () => {
    const { roomId, carol, sessions } = await three();
    const [one, two] = sessions;
    await world.pass(60_000);
    carol.crash();
    const ms = await world.until(() => world.deviceIds(roomId).length === 2, 'the delayed leave');
    await world.until(() => one.participants.length === 1 && two.participants.length === 1, 'carol is gone');
    expect(ms).to.be.at.most(25_000);
    expect(world.deviceIds(roomId)).to.deep.equal(['A1', 'B1']);
    await allConnected(world, [one, two]);
  });

  it('are gone within 25 s of a crash, also who slept before its membership was written', async () => {
    const roomId = world.room([ALICE, BOB]);
    const alice = await world.device(ALICE, 'A1');
    const bob = await world.device(BOB, 'B1');
    const one = await alice.session(roomId);
    const asks = alice.matrix.scheduleState.bind(alice.matrix);
    let isAsked = false;
    alice.matrix.scheduleState = (...args) => {
      isAsked = true;
      return asks(...args);
    };
    one.enter().catch(() => undefined);
    await world.until(() => isAsked, 'the delayed leave is on its way');
    alice.sleep();
    // What the next sync brings is not asked for before this was taken in.
    await bob.join(roomId);
    await world.pass(20_000);
    alice.wake();
    // Time enough to write the membership, not to see that the leave was sent.
    await world.pass(5);
    alice.crash();
    await world.pass(25_000);
    expect(world.deviceIds(roomId)).to.deep.equal(['B1']);
  });

  for (const [who, sleeper] of [
    ['who invites', ALICE],
    ['who is invited', BOB],
  ] as const) {
    it(`are connected anew within 5 s of waking, ${who}, where the other has given them up`, async () => {
      const roomId = world.room([ALICE, BOB]);
      const devices = [await world.device(ALICE, 'A1'), await world.device(BOB, 'B1')] as const;
      const sessions = [await devices[0].join(roomId), await devices[1].join(roomId)];
      await allConnected(world, sessions);
      const device = devices.find(({ userId }) => userId === sleeper)!;
      device.sleep();
      await world.pass(40_000);
      expect(world.deviceIds(roomId)).to.have.length(1);
      device.wake();
      await world.until(() => world.deviceIds(roomId).length === 2, 'the room says that it is back');
      expect(await allConnected(world, sessions)).to.be.at.most(5_000);
    });
  }

  it('are connected anew after a reload: the old connections end, nobody is listed twice', async () => {
    const { roomId, carol, sessions } = await three();
    const [one, two] = sessions;
    const [before] = carol.open;
    const membershipId = world.entries(roomId).find(({ device_id: id }) => id === 'C1')?.['membershipID'];
    carol.crash();
    const again = await world.device(CAROL, 'C1');
    const three_ = await again.join(roomId);
    await allConnected(world, [one, two, three_]);
    expect(before?.peer.closed).to.equal(true);
    expect(world.deviceIds(roomId)).to.deep.equal(['A1', 'B1', 'C1']);
    const now = world.entries(roomId).find(({ device_id: id }) => id === 'C1')?.['membershipID'];
    expect(now).not.to.equal(membershipId);
    await world.pass(30_000);
    expect(world.deviceIds(roomId), 'the leave of the page before takes nobody out').to.have.length(3);
    await allConnected(world, [one, two, three_]);
  });

  it('are two devices of one user under one key, which come and go one by one', async () => {
    const roomId = world.room([ALICE, BOB]);
    const first = await world.device(ALICE, 'A1');
    const second = await world.device(ALICE, 'A2');
    const bob = await world.device(BOB, 'B1');
    const entering = [await first.session(roomId), await second.session(roomId), await bob.session(roomId)];
    const entered = Promise.all(entering.map((session) => session.enter()));
    await world.settled(entered);
    const [one, two, three_] = entering as [(typeof entering)[0], (typeof entering)[0], (typeof entering)[0]];
    await allConnected(world, [one, two, three_]);
    const keys = world.server
      .room(roomId)
      .state('com.famedly.call.member')
      .map(({ stateKey }) => stateKey);
    expect(keys).to.have.members([ALICE, BOB]);
    await world.pass(130_000);
    expect(world.deviceIds(roomId), 'each wrote its entry again').to.deep.equal(['A1', 'A2', 'B1']);
    await world.settled(two.leave());
    await allConnected(world, [one, three_]);
    await world.pass(40_000);
    expect(world.deviceIds(roomId)).to.deep.equal(['A1', 'B1']);
  });

  it('are connected at once although one wrote over what the other wrote at the same time', async () => {
    const roomId = world.room([ALICE, BOB]);
    const devices = [
      await world.device(ALICE, 'A1'),
      await world.device(ALICE, 'A2'),
      await world.device(BOB, 'B1'),
    ] as const;
    const sessions: GroupCallSession[] = [];
    for (const device of devices) sessions.push(await device.session(roomId));
    // As they were when Bob's device accepted the invite of one who was then overwritten.
    const legs = [108, 49, 21, 27, 136, 59, 81];
    let leg = 0;
    world.leg = () => legs[leg++ % legs.length] ?? 0;
    for (const [index, after] of [0, 131, 21].entries()) {
      world.time.after(after, () => void sessions[index]?.enter());
    }
    await world.pass(131);
    expect(await allConnected(world, sessions)).to.be.at.most(3_000);
  });

  it('are not listed again by what waited when the application let go of the engine', async () => {
    const roomId = world.room([ALICE, BOB]);
    const alice = await world.device(ALICE, 'A1');
    const call = await alice.join(roomId);
    await world.pass(60_000);
    alice.faults.disconnect();
    await world.pass(200);
    await world.settled(call.setScreensharingEnabled(true));
    await world.pass(2_000);
    alice.stop();
    await world.until(() => world.deviceIds(roomId).length === 0, 'the delayed leave');
    alice.faults.reconnect();
    await world.pass(40_000);
    expect(world.deviceIds(roomId)).to.deep.equal([]);
  });

  it('open nothing more through a call that is over', async () => {
    const roomId = world.room([ALICE, BOB]);
    const alice = await world.device(ALICE, 'A1');
    const call = await alice.join(roomId);
    await world.settled(call.leave());
    await call.openPreview({ microphone: true, camera: true });
    expect(() => call.setMicrophoneMuted(false))
      .to.throw(GroupCallError)
      .with.property('code', 'ended');
    expect(alice.isMediaOpen).to.equal(false);
  });

  it('leave one device of a user in the call when the other crashes', async () => {
    const roomId = world.room([ALICE, BOB]);
    const first = await world.device(ALICE, 'A1');
    const second = await world.device(ALICE, 'A2');
    const bob = await world.device(BOB, 'B1');
    const one = await first.join(roomId);
    await second.join(roomId);
    const three_ = await bob.join(roomId);
    await world.pass(5_000);
    second.crash();
    await world.pass(25_000);
    expect(world.deviceIds(roomId)).to.deep.equal(['A1', 'B1']);
    await allConnected(world, [one, three_]);
  });

  it('say nothing more to who left meanwhile: neither what waited in an outage, nor what comes later', async () => {
    const said: string[] = [];
    const roomId = world.room([ALICE, BOB]);
    const sends = (type: string) => said.push(type);
    const alice = await world.device(ALICE, 'A1', { watch: { sends } });
    const bob = await world.device(BOB, 'B1');
    const [one, two] = [await alice.join(roomId), await bob.join(roomId)];
    await allConnected(world, [one, two]);
    alice.faults.disconnect();
    await world.pass(1_000);
    // Bob's goodbye is lost, and the connection tries to come back: that waits for the homeserver, and the goodbye for it.
    bob.crash();
    await world.pass(4_000);
    expect(said.at(-1)).to.include('negotiate');
    one.leave().catch(() => undefined);
    await world.pass(20_000);
    const before = said.length;
    alice.faults.reconnect();
    await world.pass(20_000);
    expect(one.state).to.equal('left');
    expect(said.slice(before)).to.deep.equal([]);
  });

  it('stay while an outage of the homeserver makes it send the leave of each', async () => {
    const { roomId, alice, bob, carol, sessions } = await three();
    const devices = [alice, bob, carol];
    const connections = devices.flatMap(({ open }) => open);
    const counts = new Set<number>();
    for (const session of sessions) session.on('change', () => counts.add(session.participants.length));
    const membershipIds = world.entries(roomId).map((entry) => entry['membershipID']);
    for (const { faults } of devices) faults.disconnect();
    await world.pass(30_000);
    expect(world.deviceIds(roomId), 'the homeserver took them all out').to.deep.equal([]);
    expect(sessions.map(({ snapshot }) => snapshot.signallingInterrupted)).to.deep.equal([true, true, true]);
    for (const { faults } of devices) faults.reconnect();
    await world.pass(9_000);
    expect(world.deviceIds(roomId)).to.deep.equal(['A1', 'B1', 'C1']);
    await world.pass(60_000);
    expect([...counts], 'nobody was shown as gone').to.deep.equal([2]);
    expect(devices.flatMap(({ open }) => open)).to.deep.equal(connections);
    expect(connections.every(({ connectivity }) => connectivity === 'connected')).to.equal(true);
    expect(world.entries(roomId).map((entry) => entry['membershipID'])).to.have.members(membershipIds);
    expect(sessions.map(({ state }) => state)).to.deep.equal(['entered', 'entered', 'entered']);
  });

  it('keep whoever is said to have left for 10 s while media flow, not longer', async () => {
    const { roomId, alice, bob, sessions } = await three();
    const [one] = sessions;
    bob.faults.disconnect();
    world.server.sendState(BOB, roomId, 'com.famedly.call.member', BOB, { memberships: [] });
    await world.pass(9_000);
    expect(one.participants.map(({ deviceId }) => deviceId)).to.deep.equal(['B1', 'C1']);
    expect(alice.open).to.have.length(2);
    await world.pass(2_000);
    expect(one.participants.map(({ deviceId }) => deviceId)).to.deep.equal(['C1']);
    bob.faults.reconnect();
    await allConnected(world, sessions);
  });

  it('come back when the homeserver says that they left, and nobody sees them go', async () => {
    const { roomId, sessions } = await three();
    const [, two] = sessions;
    const seen: string[] = [];
    for (const session of sessions) {
      session.on('statechange', (state) => seen.push(state));
      session.on('change', ({ participants }) => seen.push(`${participants.length}`));
    }
    world.server.sendState(BOB, roomId, 'com.famedly.call.member', BOB, { memberships: [] });
    await world.pass(20);
    const ms = await world.until(() => world.deviceIds(roomId).includes('B1'), 'bob is listed');
    expect(ms, 'a round trip').to.be.at.most(100);
    await world.pass(30_000);
    expect(seen.filter((what) => what !== '2')).to.deep.equal([]);
    expect(two.state).to.equal('entered');
    await allConnected(world, sessions);
  });

  it('are all of them gone when all leave, with every timer, peer connection and microphone', async () => {
    const { roomId, alice, bob, carol, sessions } = await three();
    const devices = [alice, bob, carol];
    expect(devices.map(({ isMediaOpen }) => isMediaOpen)).to.deep.equal([true, true, true]);
    for (const session of sessions) await world.settled(session.leave());
    await world.pass(1_000);
    expect(world.deviceIds(roomId)).to.deep.equal([]);
    expect(devices.flatMap(({ open }) => open)).to.deep.equal([]);
    expect(devices.map(({ isMediaOpen }) => isMediaOpen)).to.deep.equal([false, false, false]);
    expect(devices.map(({ clock }) => clock.pending)).to.deep.equal([0, 0, 0]);
    expect(devices.map(({ calls }) => calls.sessions.length)).to.deep.equal([0, 0, 0]);
    const events = world.server
      .room(roomId)
      .state()
      .map(({ eventId }) => eventId);
    await world.pass(60_000);
    expect(
      world.server
        .room(roomId)
        .state()
        .map(({ eventId }) => eventId),
    ).to.deep.equal(events);
  });

  it('say goodbye when the application lets go of the engine', async () => {
    const { roomId, carol, sessions } = await three();
    const [one, two] = sessions;
    carol.dispose();
    const ms = await world.until(() => world.deviceIds(roomId).length === 2, 'carol is not listed');
    expect(ms).to.be.at.most(1_000);
    await allConnected(world, [one, two]);
    expect(carol.open).to.deep.equal([]);
    expect(carol.clock.pending).to.equal(0);
  });
});
