import { expect } from '@open-wc/testing';
import type { GroupCallSession } from '../../../src/session/group-call-session.ts';
import { SimulatedWorld } from './simulated/simulated-world.ts';

const ALICE = '@alice:memory';
const BOB = '@bob:memory';
const CAROL = '@carol:memory';
const HAND = '🖐️';

describe('hands and reactions', () => {
  let world: SimulatedWorld;
  beforeEach(() => {
    world = new SimulatedWorld();
  });
  afterEach(() => {
    world.close();
  });

  async function two() {
    const roomId = world.room([ALICE, BOB, CAROL]);
    const alice = await world.device(ALICE, 'A1');
    const bob = await world.device(BOB, 'B1');
    const one = await alice.join(roomId);
    const other = await bob.join(roomId);
    await world.until(() => one.participants.length === 1, 'bob is seen');
    return { roomId, alice, bob, one, other };
  }

  function handsOf({ snapshot }: GroupCallSession) {
    return snapshot.hands.map(({ participantId, key }) => `${participantId} ${key}`);
  }

  async function raise(session: GroupCallSession): Promise<string> {
    const eventId = await world.settled(session.sendReactionEvent(HAND, { ephemeral: false }));
    if (eventId === null) throw new Error('refused');
    return eventId;
  }

  it('are seen by everybody, in the order in which they were raised, until they are lowered', async () => {
    const { one, other } = await two();
    const first = await raise(one);
    await world.pass(1_000);
    await raise(other);
    const both = [`${ALICE}:A1 ${HAND}`, `${BOB}:B1 ${HAND}`];
    await world.until(() => handsOf(one).length === 2 && handsOf(other).length === 2, 'both hands');
    expect(handsOf(one)).to.deep.equal(both);
    expect(handsOf(other)).to.deep.equal(both);
    await world.settled(one.removeReactionEvent(first));
    await world.until(() => handsOf(one).length === 1 && handsOf(other).length === 1, 'one hand');
    expect(handsOf(other)).to.deep.equal([`${BOB}:B1 ${HAND}`]);
  });

  it('stay one hand while the membership is renewed, and can be lowered afterwards', async () => {
    const { one, other } = await two();
    const first = await raise(one);
    await world.until(() => handsOf(other).length === 1, 'the hand');
    const [{ since } = { since: 0 }] = other.snapshot.hands;
    await world.pass(300_000);
    expect(other.snapshot.hands.map((hand) => hand.since)).to.deep.equal([since]);
    expect(other.snapshot.hands[0]?.eventId, 'it moved to the newest membership').not.to.equal(first);
    await world.settled(one.removeReactionEvent(first));
    await world.until(() => handsOf(other).length === 0 && handsOf(one).length === 0, 'it is down');
    await world.pass(300_000);
    expect(handsOf(other)).to.deep.equal([]);
  });

  it('are seen by whoever comes later: those that are up, not those of before', async () => {
    const { roomId, alice, one, other } = await two();
    const first = await raise(other);
    await raise(one);
    await world.settled(one.sendReactionEvent('🎉'));
    await world.pass(1_000);
    await world.settled(other.removeReactionEvent(first));
    // More than a sync brings of what was said before.
    for (let n = 0; n < 30; n += 1) world.server.sendEvent(BOB, roomId, 'm.room.message', { n });
    const late = await (await world.device(CAROL, 'C1')).join(roomId);
    const shown: unknown[] = [];
    late.on('reaction', (reaction) => shown.push(reaction));
    const ms = await world.until(() => handsOf(late).length > 0, 'the hand');
    expect(ms, 'not only when it moves').to.be.at.most(1_000);
    expect(handsOf(late)).to.deep.equal([`${ALICE}:A1 ${HAND}`]);
    alice.crash();
    await world.settled(late.leave());
    const again = await (await world.device(ALICE, 'A1')).join(roomId);
    await world.settled(late.enter());
    await world.until(() => late.participants.length === 2, 'alice is back');
    await world.pass(2_000);
    expect([...handsOf(late), ...handsOf(again)], 'she has not raised it since').to.deep.equal([]);
    expect(shown).to.deep.equal([]);
  });

  it('go down with whoever leaves', async () => {
    const { one, other } = await two();
    await raise(one);
    await world.until(() => handsOf(other).length === 1, 'the hand');
    await world.settled(one.leave());
    await world.until(() => handsOf(other).length === 0, 'it is down');
  });

  it('show a reaction for a moment to the others, and not when it comes late', async () => {
    const { bob, one, other } = await two();
    const shown: string[] = [];
    other.on('reaction', ({ participantId, key }) => shown.push(`${participantId} ${key}`));
    await world.settled(one.sendReactionEvent('🎉'));
    await world.until(() => shown.length > 0, 'the reaction');
    expect(shown).to.deep.equal([`${ALICE}:A1 🎉`]);
    bob.faults.pauseSync();
    await world.settled(one.sendReactionEvent('🐌'));
    await world.pass(3_000);
    bob.faults.resumeSync();
    await world.pass(1_000);
    await world.settled(one.sendReactionEvent('👍'));
    await world.until(() => shown.length > 1, 'the next');
    expect(shown).to.deep.equal([`${ALICE}:A1 🎉`, `${ALICE}:A1 👍`]);
    expect(handsOf(other)).to.deep.equal([]);
  });

  it('refuse more than ten reactions at once, and never a hand', async () => {
    const { one, other } = await two();
    const shown: string[] = [];
    other.on('reaction', ({ key }) => shown.push(key));
    const asked = Array.from({ length: 14 }, () => one.sendReactionEvent('❤️'));
    const answers = await world.settled(Promise.all(asked));
    expect(answers.filter((answer) => answer === null)).to.have.length(4);
    await raise(one);
    await world.until(() => handsOf(other).length === 1, 'the hand');
    expect(shown).to.have.length(10);
    await world.pass(3_000);
    expect(await world.settled(one.sendReactionEvent('❤️'))).to.be.a('string');
  });

  it('are not taken from whoever is not in the call, nor in another name', async () => {
    const { roomId, alice, one, other } = await two();
    const shown: unknown[] = [];
    other.on('reaction', (reaction) => shown.push(reaction));
    const content = {
      key: HAND,
      is_ephemeral: true,
      call_id: roomId,
      device_id: 'A1',
      'm.relates_to': { rel_type: 'm.reference', event_id: '$any' },
    };
    const type = 'com.famedly.call.member.reaction';
    world.server.sendEvent(BOB, roomId, type, { ...content, is_ephemeral: false });
    world.server.sendEvent(ALICE, roomId, type, { ...content, call_id: 'another' });
    world.server.sendEvent(ALICE, roomId, type, { ...content, device_id: 'A2' });
    world.server.sendEvent(ALICE, roomId, type, { ...content, key: 7 });
    await world.pass(1_000);
    expect(shown).to.deep.equal([]);
    expect([...handsOf(one), ...handsOf(other)]).to.deep.equal([]);
    expect(alice.calls.sessions).to.have.length(1);
  });
});
