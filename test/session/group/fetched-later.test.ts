import { expect } from '@open-wc/testing';
import type { GroupCallSession } from '../../../src/index.ts';
import { LateReactions } from '../../../src/session/late-reactions.ts';
import { until } from '../../until.ts';
import { GroupWorld, silentMember } from './group-world.ts';

const isFetched = (file: string): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes(file));
const LATER = ['/session/group-late-parts.', '/session/talking.', '/session/group-reactions.'];

const connected = ({ participants }: GroupCallSession): boolean =>
  participants.some(({ connection }) => connection === 'connected');

describe('what a group call connects without', () => {
  it('is fetched when somebody is connected, not before', async () => {
    const world = new GroupWorld();
    const { people, roomId } = await world.room('alice', 'bob', 'carol');
    const [alice, bob, carol] = people;
    if (!alice || !bob || !carol) throw new Error('nobody');
    // Whoever is alone has connected with everybody there is.
    await silentMember(carol, roomId);
    const sessions = await Promise.all([alice, bob].map(({ voip }) => voip.fetchOrCreateGroupCall(roomId)));
    await until(() => sessions.every(({ participants }) => participants.length === 1), 'carol is there');
    const before: boolean[] = [];
    for (const session of sessions) {
      session.on('change', () => {
        if (connected(session)) before.push(LATER.some(isFetched));
      });
    }
    await Promise.all(sessions.map((session) => session.enter()));
    expect(LATER.some(isFetched), 'fetched on entering').to.equal(false);
    await until(() => before.length > 0, 'connected');
    expect(before[0], 'fetched until the first is connected').to.equal(false);
    await until(() => LATER.every(isFetched), 'fetched');
    expect(isFetched('/session/ringtone.'), 'the tone of calls of two').to.equal(false);
    world.close();
  });

  it('is done in its order with what came meanwhile', async () => {
    const world = new GroupWorld();
    const { people, roomId } = await world.room('alice', 'bob');
    const [alice, bob] = people;
    if (!alice || !bob) throw new Error('nobody');
    const { matrix } = alice;
    let changes = 0;
    const reactions = new LateReactions({
      signal: new AbortController().signal,
      port: matrix,
      clock: { now: Date.now, after: (ms, task) => (setTimeout(task, ms), () => undefined) },
      ...{ roomId, callId: roomId, scope: 'm.room' },
      shown: () => undefined,
      handsChanged: () => (changes += 1),
    });
    const id = `${bob.matrix.userId}:PHONE`;
    reactions.setPresent(new Map([[id, 'first']]));
    const raise = (eventId: string) =>
      reactions.receive({
        ...{ type: 'com.famedly.call.member.reaction', eventId, roomId, sender: bob.matrix.userId },
        ...{ originServerTs: changes, age: 0, encrypted: false },
        content: {
          ...{ key: '🖐️', is_ephemeral: false, call_id: roomId, device_id: 'PHONE' },
          'm.relates_to': { rel_type: 'm.reference', event_id: '$member' },
        },
      });
    raise('$one');
    // Who comes back anew has no hand up; the next one counts.
    reactions.setPresent(new Map([[id, 'second']]));
    raise('$two');
    expect(reactions.raised).to.deep.equal([]);
    await until(() => reactions.raised.length > 0, 'the hand');
    expect(reactions.raised.map(({ eventId }) => eventId)).to.deep.equal(['$two']);
    world.close();
  });
});
