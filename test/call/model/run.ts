import { CALL_TABLE } from '../../../src/call/call-table.ts';
import { Switchboard } from '../../../src/call/switchboard.ts';
import { move } from '../whole-machine.ts';
import type { Schedule, Step } from './schedule.ts';
import type { Machine } from './simulated-call.ts';
import { must, Violation } from './violation.ts';
import { World } from './world.ts';

/** Longer than any timer of a call. */
const LONG = 600_000;

export const machine: Machine = { transition: move, table: CALL_TABLE, switchboard: Switchboard };

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

/** The same schedule with a name for every `any`, as far as it goes: steps can then be left out one by one. */
export function concrete(schedule: Schedule, under: Machine): Schedule {
  const world = new World(schedule, under, () => undefined);
  const steps: Step[] = [];
  try {
    for (const step of schedule.steps) {
      steps.push(step);
      const meant = world.step(step);
      if ('at' in step && meant) steps.splice(-1, 1, { ...step, at: world.lastActor } as Step);
    }
  } catch (error) {
    if (!(error instanceof Violation)) throw error;
    const last = steps.pop();
    if (last !== undefined) steps.push('at' in last ? ({ ...last, at: world.lastActor } as Step) : last);
  }
  return { ...schedule, steps };
}

/** No more faults: what does not talk after a long time has ended. */
function calmDown(world: World): void {
  world.setPaths(false);
  world.pass(LONG);
  for (const { context } of world.calls) {
    must('every session ends', context.state === 'connected', `${context.state} after a long time`);
  }
  for (const { context } of world.calls) {
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
