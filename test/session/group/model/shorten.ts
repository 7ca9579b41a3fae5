import type { Schedule } from './schedule.ts';

/** The schedule without what its failure does not need. */
export async function shorten(
  schedule: Schedule,
  fails: (schedule: Schedule) => Promise<boolean>,
): Promise<Schedule> {
  for (const simpler of simplerOnes(schedule)) {
    if (await fails(simpler)) return shorten(simpler, fails);
  }
  return schedule;
}

function* simplerOnes(schedule: Schedule): Generator<Schedule> {
  const { steps, skews, legs, fates, devices } = schedule;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < steps.length; from += size) {
      yield { ...schedule, steps: steps.toSpliced(from, size) };
    }
  }
  if (devices > 2) yield { ...schedule, devices: devices - 1 };
  if (skews.some((skew) => skew !== 0)) yield { ...schedule, skews: skews.map(() => 0) };
  if (legs.length > 1) yield { ...schedule, legs: [20] };
  if (fates.length > 1) yield { ...schedule, fates: [{ lost: false, twice: false, delay: 0 }] };
  if (schedule.encrypted) yield { ...schedule, encrypted: false };
}
