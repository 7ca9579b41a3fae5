import * as fc from 'fast-check';
import { run } from './run.ts';
import { schedules } from './schedule.ts';
import type { Schedule } from './schedule.ts';
import { shorten } from './shorten.ts';
import { Violation } from './violation.ts';

export interface Finding {
  readonly violation: Violation;
  /** As short as it could be made, to be pasted. */
  readonly schedule: Schedule;
  readonly seed: number;
}

export interface Exploration {
  readonly finding: Finding | null;
  readonly schedules: number;
  /** Of steps that meant something. */
  readonly medianLength: number;
  /** s */
  readonly took: number;
}

/** Runs schedules until one fails, and shortens that one; without a seed others each time. */
export async function explore(numRuns: number, seed?: number): Promise<Exploration> {
  const begin = performance.now();
  const lengths: number[] = [];
  const property = fc.asyncProperty(schedules, async (schedule) => {
    lengths.push(await run(schedule));
  });
  const result = await fc.check(property, {
    numRuns,
    endOnFailure: true,
    ...(seed !== undefined && { seed }),
  });
  const [failing] = result.counterexample ?? [];
  const explored = {
    schedules: result.numRuns,
    medianLength: lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0,
    took: Math.round((performance.now() - begin) / 1000),
  };
  if (failing === undefined) return { ...explored, finding: null };
  const first = await violationOf(failing);
  const fails = async (other: Schedule): Promise<boolean> =>
    (await violationOf(other))?.invariant === first?.invariant;
  const schedule = await shorten(failing, fails);
  const violation = await violationOf(schedule);
  if (violation === null) throw new Error('the schedule fails no longer');
  return { ...explored, finding: { violation, schedule, seed: result.seed } };
}

async function violationOf(schedule: Schedule): Promise<Violation | null> {
  try {
    await run(schedule);
  } catch (error) {
    if (error instanceof Violation) return error;
    throw error;
  }
  return null;
}
