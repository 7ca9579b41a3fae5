import type { Schedule } from './schedule.ts';

/** The schedule without what its failure does not need. */
export function shorten(schedule: Schedule, fails: (schedule: Schedule) => boolean): Schedule {
  const { old: _old, ...anew } = schedule;
  const { clocks: _clocks, ...right } = schedule;
  const plain = [anew, right].find((other) => other !== schedule && differs(other, schedule) && fails(other));
  if (plain !== undefined) return shorten(plain, fails);
  const fewer = schedule.devices
    .map((name) => ({ ...schedule, devices: schedule.devices.filter((other) => other !== name) }))
    .find((other) => fails(other));
  if (fewer !== undefined) return shorten(fewer, fails);
  for (let size = Math.ceil(schedule.steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < schedule.steps.length; from += size) {
      const shorter = { ...schedule, steps: schedule.steps.toSpliced(from, size) };
      if (fails(shorter)) return shorten(shorter, fails);
    }
  }
  return schedule;
}

function differs(one: Schedule, other: Schedule): boolean {
  return Object.keys(one).length !== Object.keys(other).length;
}
