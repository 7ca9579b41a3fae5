import { equal, ok, rejects } from './expect.ts';
import { until } from '../../until.ts';
import { EVENT, newcomer, pair } from './pair.ts';
import { Recorder } from './recorder.ts';
import type { ContractCase } from './world.ts';

const ten = Array.from({ length: 10 }, (_, n) => n);

export const timelineCases: readonly ContractCase[] = [
  {
    name: 'brings events in order, once, with sender, id and age',
    async run(world) {
      const { alice, roomId, bobHears } = await pair(world);
      const ids = await Promise.all(ten.map((n) => alice.port.sendEvent(roomId, EVENT, { n })));
      await bobHears.untilNumber(roomId, EVENT, 9);
      const events = bobHears.events(roomId, EVENT);
      equal(bobHears.numbers(roomId, EVENT), ten, 'order');
      equal(
        events.map(({ eventId }) => eventId),
        ids,
        'event ids',
      );
      ok(
        events.every(({ sender }) => sender === alice.userId),
        'sender',
      );
      ok(
        events.every(({ age }) => age >= 0 && age < 60_000),
        'age',
      );
      ok(
        events.every(({ originServerTs }) => Number.isInteger(originServerTs)),
        'origin_server_ts',
      );
      ok(
        events.every(({ encrypted }) => !encrypted),
        'not encrypted',
      );
      ok(
        bobHears.batches.every(({ gaps }) => gaps.length === 0),
        'no gaps',
      );
    },
  },
  {
    name: 'answers the newest events of a type to whoever comes later',
    async run(world) {
      const { alice, bob, roomId, aliceHears } = await pair(world);
      for (const n of ten) await alice.port.sendEvent(roomId, EVENT, { n });
      await bob.port.sendEvent(roomId, 'org.example.other', {});
      const id = await bob.port.sendEvent(roomId, EVENT, { n: 10 });
      const gone = await bob.port.sendEvent(roomId, EVENT, { n: 11 });
      await bob.port.redact(roomId, gone);
      await aliceHears.untilNumber(roomId, EVENT, 10);
      const second = await world.createDevice(bob);
      const events = await second.port.recent(roomId, EVENT);
      const numbers = events.map(({ content }) => (content as { n?: number }).n);
      equal(numbers.slice(0, 11), [...ten, 10], 'in order');
      ok(numbers[11] === undefined, 'without what was taken back');
      const last = events[10];
      equal([last?.eventId, last?.sender, last?.type], [id, bob.userId, EVENT], 'whose it is');
      ok(last !== undefined && last.age >= 0 && last.age < 60_000, 'age');
      equal(await second.port.recent(roomId, 'org.example.none'), [], 'none of a type that nobody sent');
    },
  },
  {
    name: "brings this device's own events, once",
    async run(world) {
      const { alice, roomId, aliceHears, bob } = await pair(world);
      const id = await alice.port.sendEvent(roomId, EVENT, { n: 1 });
      await aliceHears.untilNumber(roomId, EVENT, 1);
      await bob.port.sendEvent(roomId, EVENT, { n: 2 });
      await aliceHears.untilNumber(roomId, EVENT, 2);
      equal(aliceHears.numbers(roomId, EVENT), [1, 2], 'echo exactly once');
      equal(aliceHears.events(roomId, EVENT)[0]?.eventId, id, 'the id that the sending answered');
    },
  },
  {
    name: "brings the events of the user's other devices",
    async run(world) {
      const { alice, roomId, aliceHears, bobHears } = await pair(world);
      const second = await world.createDevice(alice);
      const secondHears = new Recorder(second.port);
      await second.port.sendEvent(roomId, EVENT, { n: 1 });
      for (const hears of [aliceHears, bobHears, secondHears]) await hears.untilNumber(roomId, EVENT, 1);
      equal(aliceHears.events(roomId, EVENT)[0]?.sender, alice.userId, 'sender');
    },
  },
  {
    name: 'tells of events in encrypted rooms that they arrived encrypted',
    async run(world) {
      const { alice, roomId, aliceHears, bobHears } = await pair(world, { encrypted: true });
      if (!alice.port.capabilities.encryption) {
        await rejects(alice.port.sendEvent(roomId, EVENT, { n: 1 }), 'unsupported', 'encrypted room');
        return;
      }
      for (const n of ten) await alice.port.sendEvent(roomId, EVENT, { n });
      for (const hears of [aliceHears, bobHears]) {
        await hears.untilNumber(roomId, EVENT, 9);
        equal(hears.numbers(roomId, EVENT), ten, 'decrypted, in order, once');
        ok(
          hears.events(roomId, EVENT).every(({ encrypted }) => encrypted),
          'encrypted',
        );
      }
    },
  },
  {
    name: 'puts events that arrive between two syncs into one batch',
    needs: ['pause'],
    async run(world) {
      const { alice, bob, roomId, bobHears } = await pair(world);
      await bob.faults.pauseSync();
      for (const n of [1, 2, 3, 4]) await alice.port.sendEvent(roomId, EVENT, { n });
      equal(bobHears.numbers(roomId, EVENT), [], 'nothing came while the sync was held back');
      await bob.faults.resumeSync();
      await bobHears.untilNumber(roomId, EVENT, 4);
      equal(bobHears.numbers(roomId, EVENT), [1, 2, 3, 4], 'order');
      const batches = bobHears.batches.filter(({ events }) => events.some(({ type }) => type === EVENT));
      equal(batches.length, bob.port.capabilities.wholeBatches ? 1 : 4, 'batches');
    },
  },
  {
    name: 'tells of a gap when more happened than a sync brings',
    needs: ['pause'],
    async run(world) {
      const { alice, bob, roomId, bobHears } = await pair(world);
      await bob.faults.pauseSync();
      for (let n = 0; n < 60; n += 1) await alice.port.sendEvent(roomId, EVENT, { n });
      await bob.faults.resumeSync();
      await bobHears.untilNumber(roomId, EVENT, 59);
      const numbers = bobHears.numbers(roomId, EVENT) as number[];
      ok(numbers.length < 60, 'some are missing');
      equal(
        numbers,
        numbers.toSorted((a, b) => a - b),
        'order of the rest',
      );
      equal(
        bobHears.batches.flatMap(({ gaps }) => gaps),
        [roomId],
        'the gap, once',
      );
    },
  },
  {
    name: 'brings no events of rooms that the user is not in, and sends none into them',
    async run(world) {
      const { alice, bob, roomId } = await pair(world);
      const carol = await newcomer(world, 'Carol');
      const carolHears = new Recorder(carol.port);
      const ours = await world.createRoom(alice, { members: [carol] });
      await bob.port.sendEvent(roomId, EVENT, { n: 1 });
      await alice.port.sendEvent(ours, EVENT, { n: 2 });
      await carolHears.untilNumber(ours, EVENT, 2);
      equal(carolHears.events(roomId, EVENT), [], 'events of a foreign room');
      await rejects(carol.port.sendEvent(roomId, EVENT, {}), 'forbidden', 'sending into it');
    },
  },
  {
    name: 'redacts, and carries further fields beside the redaction where it can',
    async run(world) {
      const { alice, bob, roomId, bobHears } = await pair(world);
      const id = await alice.port.sendEvent(roomId, EVENT, { n: 1 });
      await bobHears.untilNumber(roomId, EVENT, 1);
      await alice.port.redact(roomId, id, { 'com.famedly.contract': 'extra' });
      const redactions = () => bobHears.events(roomId, 'm.room.redaction');
      await until(() => redactions().length === 1, 'the redaction');
      const content = redactions()[0]?.content as Record<string, unknown>;
      const expected = bob.port.capabilities.redactionExtras ? 'extra' : undefined;
      equal(content['com.famedly.contract'], expected, 'extra field');
    },
  },
  {
    name: 'sends while the page goes away, in clear rooms alone',
    async run(world) {
      const { alice, bob, roomId, bobHears } = await pair(world);
      const secret = await world.createRoom(alice, { members: [bob], encrypted: true });
      alice.port.sendOnUnload(secret, EVENT, { n: 1 });
      alice.port.sendOnUnload(roomId, EVENT, { n: 2 });
      if (alice.port.capabilities.sendOnUnload) await bobHears.untilNumber(roomId, EVENT, 2);
      await alice.port.sendEvent(roomId, EVENT, { n: 3 });
      await bobHears.untilNumber(roomId, EVENT, 3);
      equal(
        bobHears.numbers(roomId, EVENT),
        alice.port.capabilities.sendOnUnload ? [2, 3] : [3],
        'clear room',
      );
      equal(bobHears.events(secret, EVENT), [], 'encrypted room');
    },
  },
];
