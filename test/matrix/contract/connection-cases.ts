import { equal, ok, rejects } from './expect.ts';
import { until } from '../../until.ts';
import { EVENT, STATE, pair } from './pair.ts';
import { Recorder } from './recorder.ts';
import type { ContractCase } from './world.ts';

export const connectionCases: readonly ContractCase[] = [
  {
    name: 'loses nothing in an outage, and sends what is urgent first',
    needs: ['outage'],
    async run(world) {
      const { alice, bob, roomId, aliceHears, bobHears } = await pair(world);
      await alice.faults.disconnect();
      await until(() => alice.port.connection === 'interrupted', 'the outage noticed');
      const waiting = [1, 2].map((n) => alice.port.sendEvent(roomId, EVENT, { n }));
      const urgent = alice.port.sendEvent(roomId, EVENT, { n: 0 }, { urgent: true });
      await bob.port.sendEvent(roomId, EVENT, { n: 100 });
      await bobHears.untilNumber(roomId, EVENT, 100);
      equal(aliceHears.numbers(roomId, EVENT), [], 'nothing comes through');
      await alice.faults.reconnect();
      await Promise.all([urgent, ...waiting]);
      await until(() => alice.port.connection === 'connected', 'the end of the outage noticed');
      for (const hears of [aliceHears, bobHears]) {
        await hears.untilNumber(roomId, EVENT, 2);
        equal(hears.numbers(roomId, EVENT), [100, 0, 1, 2], 'order');
      }
      equal(aliceHears.connections, ['interrupted', 'connected'], 'what the port said');
    },
  },
  {
    name: 'sends once what was under way when the homeserver went away',
    needs: ['outage'],
    async run(world) {
      const { alice, bob, roomId, bobHears } = await pair(world);
      const sent = alice.port.sendEvent(roomId, EVENT, { n: 1 });
      await alice.faults.disconnect();
      await alice.faults.reconnect();
      const id = await sent;
      await bob.port.sendEvent(roomId, EVENT, { n: 2 });
      await alice.port.sendEvent(roomId, EVENT, { n: 3 });
      await bobHears.untilNumber(roomId, EVENT, 3);
      const mine = bobHears.events(roomId, EVENT).filter(({ eventId }) => eventId === id);
      equal(
        mine.map(({ content }) => content),
        [{ n: 1 }],
        'exactly once',
      );
      equal(bobHears.numbers(roomId, EVENT).filter((n) => n === 1).length, 1, 'no double under another id');
    },
  },
  {
    name: 'waits as long as the homeserver asks, and sends what is urgent first',
    needs: ['rate-limit'],
    async run(world) {
      const { alice, roomId, bobHears } = await pair(world);
      await alice.faults.rateLimit(1500);
      const sent = [1, 2, 3].map((n) => alice.port.sendEvent(roomId, EVENT, { n }));
      await until(() => alice.faults.refusals() > 0, 'a refusal');
      const urgent = alice.port.sendEvent(roomId, EVENT, { n: 0 }, { urgent: true });
      await Promise.all([urgent, ...sent]);
      await bobHears.untilNumber(roomId, EVENT, 3);
      equal(bobHears.numbers(roomId, EVENT), [0, 1, 2, 3], 'order');
      ok(alice.faults.refusals() <= 3, `asked ${alice.faults.refusals()} times while it had to wait`);
    },
  },
  {
    name: 'gives up what its signal aborts',
    needs: ['outage'],
    async run(world) {
      const { alice, roomId, bobHears } = await pair(world);
      await rejects(
        alice.port.sendEvent(roomId, EVENT, { n: 1 }, { signal: AbortSignal.abort() }),
        'aborted',
        'aborted before',
      );
      await alice.faults.disconnect();
      const abort = new AbortController();
      const given = alice.port.sendEvent(roomId, EVENT, { n: 2 }, { signal: abort.signal });
      const kept = alice.port.sendEvent(roomId, EVENT, { n: 3 });
      await until(() => alice.port.connection === 'interrupted', 'the outage noticed');
      abort.abort();
      await rejects(given, 'aborted', 'aborted while it waited');
      await alice.faults.reconnect();
      await kept;
      await bobHears.untilNumber(roomId, EVENT, 3);
      equal(bobHears.numbers(roomId, EVENT), [3], 'only what was kept');
    },
  },
  {
    name: 'says that its token is not accepted any more',
    needs: ['token'],
    async run(world) {
      const { alice, roomId } = await pair(world);
      await alice.faults.expireToken();
      await rejects(alice.port.sendEvent(roomId, EVENT, {}), 'matrix-unauthorized', 'sending');
      await until(() => alice.port.connection === 'unauthorized', 'the connection says so');
    },
  },
  {
    name: 'is silent once disposed',
    async run(world) {
      const { alice, bob, roomId } = await pair(world);
      const second = await world.createDevice(bob);
      const secondHears = new Recorder(second.port);
      await alice.port.sendEvent(roomId, EVENT, { n: 1 });
      bob.port.dispose();
      equal(bob.port.connection, 'stopped', 'connection');
      const bobHears = new Recorder(bob.port);
      await alice.port.sendState(roomId, STATE, '', { n: 2 });
      await alice.port.sendToDevice(roomId, EVENT, [
        { userId: bob.userId, deviceId: bob.deviceId, content: {} },
      ]);
      await alice.port.sendEvent(roomId, EVENT, { n: 3 });
      await secondHears.untilNumber(roomId, EVENT, 3);
      await second.port.state(roomId, STATE);
      equal(bobHears.count, 0, 'what it said');
      await rejects(bob.port.sendEvent(roomId, EVENT, {}), 'stopped', 'sending');
      await rejects(bob.port.state(roomId, STATE), 'stopped', 'reading');
      bob.port.dispose();
    },
  },
  {
    name: 'ends what waits when it is disposed',
    needs: ['outage'],
    async run(world) {
      const { alice, roomId } = await pair(world);
      await alice.faults.disconnect();
      await until(() => alice.port.connection === 'interrupted', 'the outage noticed');
      const waiting = alice.port.sendEvent(roomId, EVENT, { n: 1 });
      const urgent = alice.port.sendEvent(roomId, EVENT, { n: 2 }, { urgent: true });
      alice.port.dispose();
      await rejects(waiting, 'stopped', 'what waited');
      await rejects(urgent, 'stopped', 'what was urgent');
    },
  },
];
