import { equal, rejects } from './expect.ts';
import { until } from '../../until.ts';
import { EVENT, STATE, pair } from './pair.ts';
import type { Pair } from './pair.ts';
import type { ContractCase, ContractWorld } from './world.ts';

const HOUR = 3_600_000;

export const delayedCases: readonly ContractCase[] = [
  onDelayed('sends a scheduled state event when its time has come', async ({ alice, roomId, bobHears }) => {
    await alice.port.scheduleState(roomId, STATE, 'key', { n: 1 }, 300);
    await until(() => numbers({ bobHears }).includes(1), 'the scheduled event');
    const event = bobHears.states.find(({ type }) => type === STATE);
    equal([event?.stateKey, event?.sender], ['key', alice.userId], 'key and sender');
  }),
  onDelayed('sends a scheduled state event at once', async ({ alice, roomId, bobHears }) => {
    const id = await alice.port.scheduleState(roomId, STATE, '', { n: 1 }, HOUR);
    await alice.port.updateScheduled(id, 'send');
    await until(() => numbers({ bobHears }).includes(1), 'the scheduled event');
    await rejects(alice.port.updateScheduled(id, 'restart'), 'not-found', 'restarting what was sent');
  }),
  onDelayed('cancels', async ({ alice, roomId, bobHears }) => {
    const cancelled = await alice.port.scheduleState(roomId, STATE, '', { n: 1 }, 1500);
    await alice.port.updateScheduled(cancelled, 'cancel');
    await rejects(alice.port.updateScheduled(cancelled, 'restart'), 'not-found', 'restarting it');
    await alice.port.scheduleState(roomId, STATE, '', { n: 2 }, 1600);
    await until(() => numbers({ bobHears }).includes(2), 'a later one');
    equal(numbers({ bobHears }), [2], 'the cancelled one never came');
  }),
  onDelayed('restarts', async ({ alice, roomId, bobHears }) => {
    const { port } = alice;
    const restarted = await port.scheduleState(roomId, STATE, 'restarted', { n: 3 }, 3000);
    await port.scheduleState(roomId, STATE, 'before', { n: 1 }, 1500);
    await port.scheduleState(roomId, STATE, 'between', { n: 2 }, 3800);
    await until(() => numbers({ bobHears }).includes(1), 'half of the time');
    await port.updateScheduled(restarted, 'restart');
    await until(() => numbers({ bobHears }).includes(3), 'the restarted one');
    equal(numbers({ bobHears }), [1, 2, 3], 'it came after one that was due later');
  }),
  onDelayed('knows no scheduled event of another id', async ({ alice }) => {
    await rejects(alice.port.updateScheduled('no-such-id', 'restart'), 'not-found', 'unknown id');
  }),
];

/** Where delayed events are declared missing, the case is that both methods say so. */
function onDelayed(name: string, run: (pair: Pair) => Promise<void>): ContractCase {
  return {
    name: `delayed events: ${name}`,
    async run(world: ContractWorld) {
      const two = await pair(world);
      if (two.alice.port.capabilities.delayedEvents) {
        await run(two);
        return;
      }
      const { port } = two.alice;
      await rejects(port.scheduleState(two.roomId, EVENT, '', {}, HOUR), 'unsupported', 'scheduling');
      await rejects(port.updateScheduled('id', 'restart'), 'unsupported', 'restarting');
    },
  };
}

function numbers({ bobHears }: Pick<Pair, 'bobHears'>): unknown[] {
  return bobHears.states
    .filter(({ type }) => type === STATE)
    .map(({ content }) => (content as { n?: unknown }).n);
}
