import { equal, ok, rejects } from './expect.ts';
import { until } from '../../until.ts';
import { EVENT, STATE, pair } from './pair.ts';
import type { ContractCase } from './world.ts';

export const stateCases: readonly ContractCase[] = [
  {
    name: 'reads, writes and watches state',
    async run(world) {
      const { alice, bob, roomId, aliceHears, bobHears } = await pair(world);
      equal(await bob.port.state(roomId, STATE), [], 'no state of a type that nobody wrote');
      await alice.port.sendState(roomId, STATE, 'one', { n: 1 });
      const id = await alice.port.sendState(roomId, STATE, 'two', { n: 2 });
      const watched = () => bobHears.states.filter(({ type }) => type === STATE);
      await until(() => watched().length === 2, 'both state events');
      equal(
        watched().map(({ stateKey }) => stateKey),
        ['one', 'two'],
        'order',
      );
      const second = watched()[1];
      equal([second?.sender, second?.eventId, second?.roomId], [alice.userId, id, roomId], 'whose it is');
      const read = await bob.port.state(roomId, STATE);
      const byKey = read.map(({ stateKey, content }) => ({ stateKey, content }));
      equal(
        byKey.toSorted((a, b) => (a.stateKey < b.stateKey ? -1 : 1)),
        [
          { stateKey: 'one', content: { n: 1 } },
          { stateKey: 'two', content: { n: 2 } },
        ],
        'what can be read',
      );
      await until(() => aliceHears.states.some(({ eventId }) => eventId === id), "one's own state");
    },
  },
  {
    name: 'reads the last of several writes',
    async run(world) {
      const { alice, bob, roomId, bobHears } = await pair(world);
      for (const n of [1, 2, 3]) await alice.port.sendState(roomId, STATE, '', { n });
      const contents = () =>
        bobHears.states.filter(({ type }) => type === STATE).map(({ content }) => content);
      await until(() => contents().some((content) => (content as { n: number }).n === 3), 'the third');
      equal(
        (await bob.port.state(roomId, STATE)).map(({ content }) => content),
        [{ n: 3 }],
        'current',
      );
    },
  },
  {
    name: 'tells of the state that a gap swallowed',
    needs: ['pause'],
    async run(world) {
      const { alice, bob, roomId, bobHears } = await pair(world);
      await bob.faults.pauseSync();
      const id = await alice.port.sendState(roomId, STATE, '', { n: 1 });
      for (let n = 0; n < 60; n += 1) await alice.port.sendEvent(roomId, EVENT, { n });
      await bob.faults.resumeSync();
      await bobHears.untilNumber(roomId, EVENT, 59);
      ok(
        bobHears.states.some(({ eventId }) => eventId === id),
        'the state event',
      );
    },
  },
  {
    name: 'rejects what the power levels do not allow',
    async run(world) {
      const { alice, bob, roomId, bobHears } = await pair(world, {
        powerLevels: { events: { [EVENT]: 20 } },
      });
      await rejects(bob.port.sendState(roomId, STATE, '', {}), 'forbidden', 'state');
      await rejects(bob.port.sendEvent(roomId, EVENT, {}), 'forbidden', 'event');
      const id = await alice.port.sendState(roomId, STATE, '', { n: 1 });
      await until(() => bobHears.states.some(({ eventId }) => eventId === id), "Alice's state");
      equal(
        (await bob.port.state(roomId, STATE)).map(({ content }) => content),
        [{ n: 1 }],
        "Alice's state",
      );
    },
  },
];
