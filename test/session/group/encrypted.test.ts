import { expect } from '@open-wc/testing';
import type { ToDeviceEvent } from '../../../src/matrix/port.ts';
import { allConnected } from './simulated/all-connected.ts';
import type { SimulatedDevice } from './simulated/simulated-device.ts';
import { SimulatedWorld } from './simulated/simulated-world.ts';

const ALICE = '@alice:memory';
const BOB = '@bob:memory';
const CAROL = '@carol:memory';

describe('a group call in an encrypted room', () => {
  let world: SimulatedWorld;
  let heard: ToDeviceEvent[];
  beforeEach(() => {
    world = new SimulatedWorld();
    heard = [];
  });
  afterEach(() => {
    world.close();
  });

  function device(userId: string, deviceId: string): Promise<SimulatedDevice> {
    const arrives = (event: ToDeviceEvent, tell: () => void): void => {
      heard.push(event);
      tell();
    };
    return world.device(userId, deviceId, { watch: { arrives } });
  }

  it('says everything between devices encrypted', async () => {
    const roomId = world.room([ALICE, BOB, CAROL], { encrypted: true });
    const devices = [await device(ALICE, 'A1'), await device(BOB, 'B1'), await device(CAROL, 'C1')];
    const sessions = [];
    for (const one of devices) sessions.push(await one.join(roomId));
    await allConnected(world, sessions);
    for (const session of sessions) await world.settled(session.leave());
    await world.pass(1_000);
    const kinds = new Set(heard.map(({ type }) => type.slice('com.famedly.call.member.'.length)));
    expect([...kinds]).to.include.members(['invite', 'answer', 'hangup']);
    expect(heard.filter(({ encrypted }) => !encrypted)).to.deep.equal([]);
  });

  it('takes nothing in clear, whoever seems to say it', async () => {
    const roomId = world.room([ALICE, BOB], { encrypted: true });
    const alice = await device(ALICE, 'A1');
    const bob = await device(BOB, 'B1');
    const inClear = (event: ToDeviceEvent): ToDeviceEvent => ({
      ...event,
      encrypted: false,
      senderDevice: null,
    });
    const one = await alice.join(roomId);
    const other = await bob.join(roomId);
    await allConnected(world, [one, other]);
    const invite = heard.find(({ type }) => type.endsWith('.invite'));
    if (invite === undefined) throw new Error('no invite');
    const content = { ...(invite.content as object), seq: 99, reason: 'user_hangup' };
    const forged = { ...invite, type: 'com.famedly.call.member.hangup', content };
    bob.port.forge('todevice', inClear(forged));
    await world.pass(1_000);
    expect(world.lines.join()).to.contain('in clear in an encrypted room');
    await allConnected(world, [one, other]);
    bob.port.forge('todevice', forged);
    await world.until(() => world.pairs().length === 0, 'the same, encrypted, counts');
  });

  it('does not connect with a member that signals in clear', async () => {
    const roomId = world.room([ALICE, BOB, CAROL], { encrypted: true });
    const alice = await world.device(ALICE, 'A1', {
      watch: { arrives: (event, tell) => (event.sender === BOB ? undefined : tell()) },
    });
    const bob = await device(BOB, 'B1');
    const carol = await device(CAROL, 'C1');
    const one = await alice.join(roomId);
    const other = await bob.join(roomId);
    const third = await carol.join(roomId);
    await world.until(() => world.pairs().length === 2, 'those who encrypt');
    const answer = heard.find(({ type, sender }) => type.endsWith('.invite') && sender === ALICE);
    if (answer === undefined) throw new Error('no invite');
    const { offer, ...said } = answer.content as { offer: object };
    const session = (deviceId: string): unknown =>
      world.entries(roomId).find((entry) => entry['device_id'] === deviceId)?.['membershipID'];
    alice.port.forge('todevice', {
      type: 'com.famedly.call.member.answer',
      sender: BOB,
      senderDevice: null,
      encrypted: false,
      content: {
        ...said,
        answer: { ...offer, type: 'answer' },
        party_id: 'bob',
        device_id: 'B1',
        sender_session_id: session('B1'),
        dest_session_id: session('A1'),
        seq: 0,
      },
    });
    await world.pass(60_000);
    const connections = Object.fromEntries(one.participants.map((each) => [each.deviceId, each.connection]));
    expect(connections['C1']).to.equal('connected');
    expect(connections['B1']).not.to.equal('connected');
    expect(other.participants.find(({ deviceId }) => deviceId === 'C1')?.connection).to.equal('connected');
    expect(third.participants.map(({ connection }) => connection)).to.deep.equal(['connected', 'connected']);
  });

  it('says of a device without known keys that it cannot be reached, and sends it nothing in clear', async () => {
    const roomId = world.room([ALICE, BOB], { encrypted: true });
    const alice = await device(ALICE, 'A1');
    const bob = await device(BOB, 'B1');
    const one = await alice.join(roomId);
    await bob.join(roomId);
    world.server.accounts.removeDevice(world.server.accounts.device(BOB, 'B1'));
    for (const connection of alice.open) connection.close();
    one.retry(`${BOB}:B1`);
    await world.until(() => one.participants.some(({ unreachable }) => unreachable), 'the word');
    expect(heard.filter(({ encrypted }) => !encrypted)).to.deep.equal([]);
  });
});
