import type { Schedule } from './schedule.ts';

/** The schedule without what its failure does not need. */
export function shorten(schedule: Schedule, fails: (schedule: Schedule) => boolean): Schedule {
  for (const simpler of simplerOnes(schedule)) {
    if (fails(simpler)) return shorten(simpler, fails);
  }
  return schedule;
}

function* simplerOnes(schedule: Schedule): Generator<Schedule> {
  for (const extra of ['old', 'clocks', 'busy', 'glare'] as const) {
    const { [extra]: had, ...plain } = schedule;
    if (had !== undefined) yield plain;
  }
  for (const name of schedule.devices) {
    yield { ...schedule, devices: schedule.devices.filter((other) => other !== name) };
  }
  const { steps } = schedule;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < steps.length; from += size) {
      yield { ...schedule, steps: steps.toSpliced(from, size) };
    }
  }
}
