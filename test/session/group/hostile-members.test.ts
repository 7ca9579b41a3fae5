import { expect } from '@open-wc/testing';
import type { GroupCallSession } from '../../../src/session/group-call-session.ts';
import type { ToDeviceEvent } from '../../../src/matrix/port.ts';
import { allConnected } from './simulated/all-connected.ts';
import { SimulatedWorld } from './simulated/simulated-world.ts';

const ALICE = '@alice:memory';
const BOB = '@bob:memory';
const MALLORY = '@mallory:memory';
const MEMBER_TYPE = 'com.famedly.call.member';
const KINDS = ['invite', 'answer', 'candidates', 'hangup', 'reject', 'negotiate', 'select_answer', 'shown'];
const SDP = 'v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=ice-pwd:secretsecretsecret\r\n';

interface Spoken {
  readonly call_id: string;
  readonly party_id: string;
  readonly seq: number;
}

describe('hostile members of a room', () => {
  let world: SimulatedWorld;
  let heard: ToDeviceEvent[];
  beforeEach(() => {
    world = new SimulatedWorld();
    heard = [];
  });
  afterEach(() => {
    world.close();
  });

  /** Alice and Bob in a call; what Bob hears is noted. */
  async function talking() {
    const roomId = world.room([ALICE, BOB, MALLORY]);
    const alice = await world.device(ALICE, 'A1');
    const arrives = (event: ToDeviceEvent, tell: () => void): void => {
      heard.push(event);
      tell();
    };
    const bob = await world.device(BOB, 'B1', { watch: { arrives } });
    const one = await alice.join(roomId);
    const other = await bob.join(roomId);
    await allConnected(world, [one, other]);
    return { roomId, alice, bob, one, other };
  }

  /** What Alice said to Bob first, with something changed. */
  function forgedFrom(change: Readonly<Record<string, unknown>>, kind: string): ToDeviceEvent {
    const [said] = heard;
    if (said === undefined) throw new Error('nothing was said');
    const content = {
      ...(said.content as object),
      seq: 0,
      offer: { type: 'offer', sdp: SDP },
      answer: { type: 'answer', sdp: SDP },
      description: { type: 'offer', sdp: SDP },
      candidates: [{ candidate: 'candidate:1 1 udp 1 10.0.0.1 1 typ host', sdpMid: '0' }],
      selected_party_id: 'party',
      shown: { 'm.usermedia': 0, 'm.screenshare': 0 },
      ...change,
    };
    return { ...said, type: `com.famedly.call.member.${kind}`, content };
  }

  function untouched(session: GroupCallSession, forge: () => void): void {
    const before = session.snapshot;
    forge();
    expect(session.snapshot).to.equal(before);
  }

  it('who name another as the sender of what they say change nothing', async () => {
    const { bob, other, one } = await talking();
    untouched(other, () => {
      for (const [seq, kind] of KINDS.entries()) {
        bob.port.forge('todevice', { ...forgedFrom({ seq }, kind), sender: MALLORY });
      }
    });
    await world.pass(60_000);
    await allConnected(world, [one, other]);
    expect(bob.connections).to.have.length(1);
    expect(world.lines.join()).not.to.match(/ice-pwd|v=0/);
  });

  it('who speak for a session that is not ours, or from one that is not theirs, change nothing', async () => {
    const { bob, other, one } = await talking();
    untouched(other, () => {
      for (const [at, kind] of KINDS.entries()) {
        const seq = 50 + at;
        bob.port.forge('todevice', forgedFrom({ seq, dest_session_id: 'another' }, kind));
        bob.port.forge('todevice', forgedFrom({ seq, sender_session_id: 'another' }, kind));
      }
    });
    await world.pass(60_000);
    await allConnected(world, [one, other]);
    expect(world.lines.join()).to.contain('for another session');
    expect(world.lines.join()).to.contain('a session that is not in the call');
    expect(bob.connections).to.have.length(1);
  });

  it('whose numbers jump are heard, and waited for only a moment', async () => {
    const { bob, other, one } = await talking();
    for (let seq = 1; seq < 2_000; seq += 1) {
      bob.port.forge(
        'todevice',
        forgedFrom({ seq: seq * 1_000_003, call_id: `call ${seq % 100}` }, 'candidates'),
      );
    }
    bob.port.forge('todevice', forgedFrom({ seq: Number.MAX_SAFE_INTEGER }, 'candidates'));
    await world.pass(60_000);
    await allConnected(world, [one, other]);
    const last = heard.findLast(({ sender }) => sender === ALICE)?.content as Spoken | undefined;
    bob.port.forge('todevice', forgedFrom({ seq: 5_000_000, call_id: last?.call_id }, 'hangup'));
    const ms = await world.until(() => world.pairs().length === 0, 'the hangup');
    expect(ms, 'a gap of a few hundred ms').to.be.at.most(1_000);
    await allConnected(world, [one, other]);
  });

  it('who say without end how large they show us are not listened to without end', async () => {
    const { bob, other, one } = await talking();
    const last = heard.findLast(({ sender }) => sender === ALICE)?.content as Spoken | undefined;
    const begin = performance.now();
    for (let seq = 100; seq < 10_100; seq += 1) {
      const shown = { 'm.usermedia': seq % 2, 'm.screenshare': seq % 3 };
      bob.port.forge('todevice', forgedFrom({ seq, call_id: last?.call_id, shown }, 'shown'));
    }
    await world.pass(60_000);
    expect(performance.now() - begin, 'ms of both engines').to.be.below(2_000);
    expect(world.lines.filter((line) => line.includes('too many')).length).to.be.above(9_000);
    await allConnected(world, [one, other]);
  });

  it('who write ten thousand memberships into one event make few connections, and cost little', async () => {
    const { roomId, alice, one, other } = await talking();
    const template = world.entries(roomId)[0] ?? {};
    const memberships = Array.from({ length: 10_000 }, (_, index) => {
      return { ...template, device_id: `M${index}`, membershipID: `m${index}` };
    });
    const begin = performance.now();
    world.server.sendState(MALLORY, roomId, MEMBER_TYPE, MALLORY, { memberships });
    await world.pass(2_000);
    expect(performance.now() - begin, 'ms of both engines').to.be.below(2_000);
    expect(alice.open.length, 'connections').to.be.at.most(1 + 8);
    expect(one.participants.length).to.be.at.most(1 + 8);
    const bobs = one.participants.find(({ userId }) => userId === BOB);
    expect(bobs?.connection).to.equal('connected');
    world.server.sendState(MALLORY, roomId, MEMBER_TYPE, MALLORY, { memberships: [] });
    await world.until(() => one.participants.length === 1, 'they are gone');
    await allConnected(world, [one, other]);
    expect(alice.open).to.have.length(1);
  });

  it('with markup and text that runs backwards in their names are text', async () => {
    const { roomId, one, other } = await talking();
    const deviceId = '<img src=x onerror=alert(1)>\u202Egnp.exe\u0000';
    const entry = { ...world.entries(roomId)[0], device_id: deviceId, membershipID: '"><script>' };
    world.server.sendState(MALLORY, roomId, MEMBER_TYPE, MALLORY, { memberships: [entry] });
    await world.until(() => one.participants.length === 2, 'the member');
    expect(one.participants.at(-1)).to.include({ userId: MALLORY, deviceId, id: `${MALLORY}:${deviceId}` });
    await world.settled(one.leave());
    await world.settled(other.leave());
    expect(document.querySelectorAll('script[src="x"], img[src="x"]')).to.have.length(0);
  });

  it('who name a device so that it reads as that of another do not take its place', async () => {
    const victim = `${BOB}:8448`;
    const roomId = world.room([ALICE, victim, BOB]);
    const alice = await world.device(ALICE, 'A1');
    const bob = await world.device(victim, 'B1');
    const one = await alice.join(roomId);
    const other = await bob.join(roomId);
    await allConnected(world, [one, other]);
    const entry = world.entries(roomId)[0] ?? {};
    const write = (stateKey: string, device_id: string): void => {
      const memberships = [{ ...entry, device_id, membershipID: 'mine' }];
      world.server.sendState(BOB, roomId, MEMBER_TYPE, stateKey, { memberships });
    };
    write(BOB, '8448:B1');
    write(`B1_${victim}`, 'B1');
    await world.pass(60_000);
    expect(one.participants.filter(({ id }) => id === `${victim}:B1`)).to.have.length(1);
    expect(world.pairs()).to.deep.equal([`${ALICE}:A1 ${victim}:B1`]);
    expect(alice.connections[0]?.peer.closed).to.equal(false);
    expect(other.state).to.equal('entered');
  });

  it('who date their membership years ahead are gone when an hour has passed without a word', async () => {
    const { roomId, one } = await talking();
    const years = Date.UTC(2099, 0, 1);
    const entry = { ...world.entries(roomId)[0], device_id: 'M1', membershipID: 'm', expires_ts: years };
    world.server.sendState(MALLORY, roomId, MEMBER_TYPE, MALLORY, { memberships: [entry] });
    await world.until(() => one.participants.length === 2, 'the member');
    await world.pass(50 * 60_000);
    expect(one.participants).to.have.length(2);
    await world.pass(20 * 60_000);
    expect(one.participants.map(({ userId }) => userId)).to.deep.equal([BOB]);
  });

  it('whose events are nonsense throw nothing and ring nothing', async () => {
    const { roomId, bob, one, other } = await talking();
    const nonsense: unknown[] = [null, 7, 'text', [], { memberships: 7 }, { memberships: [null, 7, [], {}] }];
    for (const content of nonsense) {
      world.server.sendState(MALLORY, roomId, MEMBER_TYPE, MALLORY, content as object as never);
      bob.port.forge('state', {
        eventId: '$nonsense',
        roomId,
        type: MEMBER_TYPE,
        stateKey: MALLORY,
        sender: MALLORY,
        content,
        originServerTs: bob.clock.now(),
      });
      for (const kind of KINDS) {
        const event = { sender: MALLORY, senderDevice: null, encrypted: false, content };
        bob.port.forge('todevice', { ...event, type: `com.famedly.call.member.${kind}` });
      }
    }
    await world.pass(5_000);
    await allConnected(world, [one, other]);
    expect(bob.incoming.length).to.be.at.most(1);
  });
});
