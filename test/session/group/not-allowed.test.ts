import { expect } from '@open-wc/testing';
import type { GroupCallSession } from '../../../src/session/group-call-session.ts';
import { allConnected } from './simulated/all-connected.ts';
import type { SimulatedDevice } from './simulated/simulated-device.ts';
import { SimulatedWorld } from './simulated/simulated-world.ts';

const ALICE = '@alice:memory';
const BOB = '@bob:memory';
const MEMBER_TYPE = 'com.famedly.call.member';

describe('a group call that the room does not allow, or not any more', () => {
  let world: SimulatedWorld;
  beforeEach(() => {
    world = new SimulatedWorld();
  });
  afterEach(() => {
    world.close();
  });

  async function two() {
    const roomId = world.room([ALICE, BOB]);
    const alice = await world.device(ALICE, 'A1');
    const bob = await world.device(BOB, 'B1');
    const one = await alice.join(roomId);
    const other = await bob.join(roomId);
    await allConnected(world, [one, other]);
    return { roomId, alice, bob, one, other };
  }

  /** Nothing of the call is left on the device, and the call has ended there for this reason. */
  async function ended(device: SimulatedDevice, session: GroupCallSession, reason: string): Promise<void> {
    await world.until(() => session.state === 'left', 'the end');
    expect(session.snapshot.endReason).to.equal(reason);
    expect(device.open).to.deep.equal([]);
    expect(device.isMediaOpen).to.equal(false);
    expect(device.clock.pending, 'timers').to.be.at.most(1);
  }

  async function rejection(promise: Promise<unknown>): Promise<unknown> {
    return world.settled(promise.catch((error: unknown) => error));
  }

  it('says which power is missing, and opens nothing', async () => {
    const powerLevels = { events: { [MEMBER_TYPE]: 30 }, users: { [BOB]: 10 } };
    const roomId = world.room([ALICE, BOB], { powerLevels });
    const bob = await world.device(BOB, 'B1');
    const session = await bob.session(roomId);
    expect(await rejection(session.enter())).to.have.property('code', 'forbidden');
    expect(session.state).to.equal('lobby');
    const missing = { code: 'forbidden', own: 10, needed: 30, mayAllowEverybody: false };
    expect(session.snapshot.problem).to.deep.equal(missing);
    expect(bob.isMediaOpen).to.equal(false);
    expect(await rejection(session.allowEverybody())).to.have.property('code', 'forbidden');
  });

  it('lets everybody in once somebody who may has said so', async () => {
    const roomId = world.room([ALICE, BOB], { powerLevels: {} });
    const alice = await world.device(ALICE, 'A1');
    const bob = await world.device(BOB, 'B1');
    const other = await bob.session(roomId);
    expect(await rejection(other.enter())).to.have.property('code', 'forbidden');
    expect(other.snapshot.problem).to.deep.include({ own: 0, needed: 50 });
    const one = await alice.join(roomId);
    await world.settled(one.allowEverybody());
    await world.until(() => other.snapshot.problem === null, 'nothing is missing any more');
    await world.settled(other.enter());
    await allConnected(world, [one, other]);
    const power = world.server.room(roomId).stateEvent('m.room.power_levels')?.content;
    expect(power).to.deep.include({ events: { [MEMBER_TYPE]: 0 }, state_default: 50 });
    expect(power?.['users']).to.deep.equal({ [ALICE]: 100 });
  });

  it('lets everybody in where the levels of events make no sense', async () => {
    const roomId = world.room([ALICE, BOB], { powerLevels: { events: 'nonsense' } });
    const alice = await world.device(ALICE, 'A1');
    const one = await alice.session(roomId);
    await world.settled(one.allowEverybody());
    const power = world.server.room(roomId).stateEvent('m.room.power_levels')?.content;
    expect(power).to.deep.include({ events: { [MEMBER_TYPE]: 0 } });
  });

  it('tells who is in it that the power was taken away, and goes on', async () => {
    const { roomId, one, other } = await two();
    const power = { users: { [ALICE]: 100 }, events: { [MEMBER_TYPE]: 50 } };
    world.server.sendState(ALICE, roomId, 'm.room.power_levels', '', power);
    await world.until(() => other.snapshot.problem !== null, 'the refusal');
    expect(other.snapshot.problem).to.deep.include({ code: 'forbidden', own: 0, needed: 50 });
    expect(other.state).to.equal('entered');
    await allConnected(world, [one, other]);
  });

  it('ends for whoever is removed, and at once for the others', async () => {
    const { roomId, bob, one, other } = await two();
    world.server.kick(ALICE, BOB, roomId);
    await world.until(() => one.participants.length === 0, 'bob is gone');
    await ended(bob, other, 'kicked');
  });

  it('ends for whoever is banned', async () => {
    const { roomId, bob, other } = await two();
    const event = { eventId: '$ban', roomId, type: 'm.room.member', stateKey: BOB, sender: ALICE };
    bob.port.forge('state', { ...event, content: { membership: 'ban' }, originServerTs: 0 });
    await ended(bob, other, 'banned');
  });

  it('ends for whoever leaves the room', async () => {
    const { roomId, bob, one, other } = await two();
    world.server.leave(BOB, roomId);
    await world.until(() => one.participants.length === 0, 'bob is gone');
    await ended(bob, other, 'left-room');
  });

  it('ends for all when the room is upgraded, and leaves nobody listed', async () => {
    const { roomId, alice, bob, one, other } = await two();
    world.server.sendState(ALICE, roomId, 'm.room.tombstone', '', { replacement_room: '!next:memory' });
    await world.until(() => one.state === 'left' && other.state === 'left', 'the end');
    expect([one, other].map(({ snapshot }) => snapshot.endReason)).to.deep.equal([
      'room-upgraded',
      'room-upgraded',
    ]);
    expect(world.deviceIds(roomId)).to.deep.equal([]);
    expect([...alice.open, ...bob.open]).to.deep.equal([]);
    expect([alice, bob].map(({ isMediaOpen }) => isMediaOpen)).to.deep.equal([false, false]);
  });

  it('ends for a page whose device was opened a second time', async () => {
    const { roomId, bob, one, other } = await two();
    const entry = world.entries(roomId).find(({ device_id: id }) => id === 'B1');
    const expires_ts = bob.clock.now() + 400_000;
    const memberships = [{ ...entry, membershipID: 'another engine', expires_ts }];
    world.server.sendState(BOB, roomId, MEMBER_TYPE, BOB, { memberships });
    await ended(bob, other, 'taken-over');
    expect(one.participants.map(({ deviceId }) => deviceId)).to.deep.equal(['B1']);
  });
});
