import { expect } from '@open-wc/testing';
import type { VoIP } from '../../../src/index.ts';
import { until } from '../../until.ts';
import { GroupWorld } from './group-world.ts';
import { allConnected } from './simulated/all-connected.ts';
import { SimulatedWorld } from './simulated/simulated-world.ts';

const ALICE = '@alice:memory';
const BOB = '@bob:memory';
const CAROL = '@carol:memory';
const MEMBER_TYPE = 'com.famedly.call.member';

describe('group calls of a room', () => {
  let world: SimulatedWorld;
  beforeEach(() => {
    world = new SimulatedWorld();
  });
  afterEach(() => {
    world.close();
  });

  it('are told of at start-up where they go on already', async () => {
    const roomId = world.room([ALICE, BOB]);
    const quiet = world.room([ALICE, BOB]);
    const alice = await world.device(ALICE, 'A1');
    const one = await alice.join(roomId);
    const bob = await world.device(BOB, 'B1');
    await world.until(() => bob.incoming.length > 0, 'the word');
    await world.pass(1_000);
    expect(bob.incoming.map((session) => session.roomId)).to.deep.equal([roomId]);
    expect(bob.incoming[0]?.participants.map(({ id }) => id)).to.deep.equal([`${ALICE}:A1`]);
    expect(await bob.session(roomId)).to.equal(bob.incoming[0]);
    expect((await bob.session(quiet)).participants).to.deep.equal([]);
    expect(one.state).to.equal('entered');
  });

  it('are told of though the homeserver could not be asked at start-up', async () => {
    const roomId = world.room([ALICE, BOB]);
    const alice = await world.device(ALICE, 'A1');
    const one = await alice.join(roomId);
    const bob = await world.device(BOB, 'B1');
    bob.faults.disconnect();
    await world.pass(500);
    expect(bob.incoming).to.deep.equal([]);
    bob.faults.reconnect();
    const other = await bob.join(roomId);
    const ms = await allConnected(world, [one, other]);
    expect(ms).to.be.at.most(10_000);
  });

  it('are told of with the first membership, once, and not to whoever began them', async () => {
    const roomId = world.room([ALICE, BOB, CAROL]);
    const alice = await world.device(ALICE, 'A1');
    const bob = await world.device(BOB, 'B1');
    const carol = await world.device(CAROL, 'C1');
    const one = await alice.join(roomId);
    await world.until(() => bob.incoming.length > 0 && carol.incoming.length > 0, 'the word');
    const other = await carol.join(roomId);
    await allConnected(world, [one, other]);
    await world.pass(130_000);
    expect(bob.incoming).to.have.length(1);
    expect(alice.incoming).to.deep.equal([]);
    await world.settled(one.leave());
    await world.settled(other.leave());
    await world.until(() => bob.calls.sessions.length === 0, 'it is over');
    await alice.join(roomId);
    await world.until(() => bob.incoming.length === 2, 'the next');
  });

  it('go on beside each other: who is in one hears nothing of the other', async () => {
    const roomId = world.room([ALICE, BOB, CAROL]);
    const alice = await world.device(ALICE, 'A1');
    const bob = await world.device(BOB, 'B1');
    const carol = await world.device(CAROL, 'C1');
    const meeting = [await alice.join(roomId), await bob.join(roomId)];
    const game = [
      await bob.join(roomId, { callId: 'game', application: 'm.game' }),
      await carol.join(roomId, { callId: 'game', application: 'm.game' }),
    ];
    await allConnectedIn(meeting);
    await allConnectedIn(game);
    expect(world.pairs()).to.deep.equal([`${ALICE}:A1 ${BOB}:B1`, `${BOB}:B1 ${CAROL}:C1`]);
    await world.pass(130_000);
    expect(world.deviceIds(roomId), 'two entries of one device').to.deep.equal(['A1', 'B1', 'B1', 'C1']);
    await world.settled(meeting[1]!.leave());
    await world.until(() => world.pairs().length === 1, 'one connection is over');
    await allConnectedIn(game);
    await world.pass(30_000);
    expect(world.deviceIds(roomId)).to.deep.equal(['A1', 'B1', 'C1']);
  });

  it('are of the usual application and scope where none is named', async () => {
    const roomId = world.room([ALICE]);
    const alice = await world.device(ALICE, 'A1');
    for (const none of [{}, { application: '', scope: '' }]) {
      const { snapshot } = await alice.session(roomId, none);
      expect([snapshot.application, snapshot.scope]).to.deep.equal(['m.call', 'm.room']);
    }
  });

  async function allConnectedIn(sessions: Parameters<typeof allConnected>[1]): Promise<void> {
    await world.until(
      () =>
        sessions.every(
          ({ participants }) => participants.length === 1 && participants[0]?.connection === 'connected',
        ),
      'these two are connected',
    );
  }

  it('are the same call for all, whether its id is that of the room or nothing', async () => {
    const roomId = world.room([ALICE, BOB]);
    const alice = await world.device(ALICE, 'A1');
    const bob = await world.device(BOB, 'B1');
    const one = await alice.join(roomId, { callId: '' });
    await world.until(() => bob.incoming.length === 1, 'the word');
    const other = await bob.join(roomId);
    expect(other.callId).to.equal('');
    await allConnected(world, [one, other]);
  });

  it('over an unknown backend are not told of, and cost the others nothing', async () => {
    const roomId = world.room([ALICE, BOB]);
    const bob = await world.device(BOB, 'B1');
    const entry = {
      ...{ application: 'm.call', call_id: roomId, scope: 'm.room', device_id: 'A1', membershipID: 'one' },
      expires_ts: bob.clock.now() + 60_000,
    };
    const memberships = [{ ...entry, foci_active: [{ type: 'telepathy' }] }];
    world.server.sendState(ALICE, roomId, MEMBER_TYPE, ALICE, { memberships });
    await world.pass(1_000);
    expect(bob.incoming).to.deep.equal([]);
    const mesh = { ...entry, device_id: 'A2', foci_active: [{ type: 'mesh' }] };
    world.server.sendState(ALICE, roomId, MEMBER_TYPE, ALICE, { memberships: [...memberships, mesh] });
    await world.until(() => bob.incoming.length === 1, 'the word');
    expect(bob.incoming[0]?.participants.map(({ deviceId }) => deviceId)).to.deep.equal(['A2']);
  });

  it('are not begun over what there is not', async () => {
    const roomId = world.room([ALICE, BOB]);
    const bob = await world.device(BOB, 'B1');
    const options = { backend: 'pigeons' as 'mesh' };
    const refused = await bob.session(roomId, options).catch((error: unknown) => error);
    expect(refused).to.have.property('code', 'unsupported');
    expect((await bob.session(roomId, { backend: 'mesh' })).snapshot.backend).to.equal('mesh');
  });

  it('over a media server are shown, and not joined', async () => {
    const roomId = world.room([ALICE, BOB]);
    const bob = await world.device(BOB, 'B1');
    const session = await bob.session(roomId);
    expect(session.snapshot).to.deep.include({ backend: 'mesh', problem: null });
    const server = { type: 'livekit', livekit_service_url: 'https://sfu.example', livekit_alias: roomId };
    const entry = {
      ...{ application: 'm.call', call_id: roomId, scope: 'm.room', device_id: 'A1', membershipID: 'one' },
      ...{ expires_ts: bob.clock.now() + 60_000, foci_active: [server] },
    };
    world.server.sendState(ALICE, roomId, MEMBER_TYPE, ALICE, { memberships: [entry] });
    await world.until(() => session.participants.length === 1, 'alice');
    expect(session.snapshot).to.deep.include({ backend: 'livekit', problem: { code: 'unsupported' } });
    const refused = await session.enter().catch((error: unknown) => error);
    expect(refused).to.have.property('code', 'unsupported');
    expect(session.state).to.equal('lobby');
    expect(world.deviceIds(roomId)).to.deep.equal(['A1']);
    world.server.sendState(ALICE, roomId, MEMBER_TYPE, ALICE, { memberships: [] });
    await world.until(() => session.snapshot.problem === null, 'nobody is there any more');
    await world.settled(session.enter());
    expect(session.snapshot.backend).to.equal('mesh');
  });
});

describe('VoIP', () => {
  it('tells of group calls that go on, whoever listens when', async () => {
    const world = new GroupWorld();
    const { people, roomId } = await world.room('alice', 'bob');
    const [alice, bob] = people.map(({ voip }) => voip) as [VoIP, VoIP];
    await (await alice.fetchOrCreateGroupCall(roomId)).enter();
    const told: string[] = [];
    bob.on('incominggroupcall', (session) => told.push(session.roomId));
    await until(() => told.length > 0, 'the word');
    expect(told).to.deep.equal([roomId]);
    expect(bob.groupCalls.map((session) => session.callId)).to.deep.equal([roomId]);
    expect(await bob.fetchOrCreateGroupCall(roomId)).to.equal(bob.groupCalls[0]);
    world.close();
  });
});
