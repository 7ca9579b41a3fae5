import { CALL_TABLE } from '../../../src/call/call-table.ts';
import { Switchboard } from '../../../src/call/switchboard.ts';
import { transition } from '../../../src/call/transition.ts';
import type { Schedule } from './schedule.ts';
import type { Machine } from './simulated-call.ts';
import { must } from './violation.ts';
import { World } from './world.ts';

/** Longer than any timer of a call. */
const LONG = 600_000;

export const machine: Machine = { transition, table: CALL_TABLE, switchboard: Switchboard };

/**
 * Carries a schedule out and then lets everything come to its end. Throws `Violation` where an invariant does not hold;
 * returns how many steps meant something.
 */
export function run(
  schedule: Schedule,
  under: Machine = machine,
  count: (row: string) => void = () => undefined,
): number {
  const world = new World(schedule, under, count);
  const meant = schedule.steps.filter((step) => world.step(step)).length;
  calmDown(world);
  end(world, schedule.ending);
  return meant;
}

/** No more faults: what does not talk after a long time has ended. */
function calmDown(world: World): void {
  world.setPaths(false);
  world.pass(LONG);
  for (const { context } of world.calls) {
    must('every session ends', context.state === 'connected', `${context.state} after a long time`);
    const others = world.calls.filter((other) => other.context.callId === context.callId);
    must('both sides agree on who talks to whom', others.length === 2, `${context.callId} talks to nobody`);
  }
}

function end(world: World, ending: Schedule['ending']): void {
  const calls = world.calls;
  if (ending === 'hangup') {
    for (const call of calls) {
      if (call.isOpen) call.input({ type: 'hangup' });
      world.settle();
    }
  } else {
    world.setPaths(true);
    world.pass(LONG);
  }
  must('every session ends', world.calls.length === 0, `${world.calls.length} went on after ${ending}`);
  world.checkNothingIsLeft();
}
