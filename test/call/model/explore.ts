import * as fc from 'fast-check';
import { CALL_TABLE } from '../../../src/call/call-table.ts';
import { printTest } from './print-schedule.ts';
import { concrete, machine, run } from './run.ts';
import type { Schedule } from './schedule.ts';
import { schedules } from './schedules.ts';
import { shorten } from './shorten.ts';
import type { Machine } from './simulated-call.ts';
import { Violation } from './violation.ts';

export interface Finding {
  readonly violation: Violation;
  /** As short as it could be made. */
  readonly schedule: Schedule;
  /** To be pasted. */
  readonly test: string;
  readonly seed: number;
}

export interface Exploration {
  readonly finding: Finding | null;
  readonly schedules: number;
  /** Of steps that meant something. */
  readonly medianLength: number;
  /** `state input` → how often that row was used. */
  readonly rows: ReadonlyMap<string, number>;
}

export function rowsOf(table: Machine['table']): readonly string[] {
  return Object.entries(table).flatMap(([state, row]) =>
    Object.keys(row).map((input) => `${state} ${input}`),
  );
}

/** Runs schedules until one fails, and shortens that one. */
export function explore(numRuns: number, under: Machine = machine): Exploration {
  const rows = new Map(rowsOf(CALL_TABLE).map((row) => [row, 0]));
  const lengths: number[] = [];
  const count = (row: string): void => {
    rows.set(row, (rows.get(row) ?? 0) + 1);
  };
  const property = fc.property(schedules, (schedule) => {
    lengths.push(run(schedule, under, count));
  });
  const result = fc.check(property, { numRuns, endOnFailure: true });
  const [failing] = result.counterexample ?? [];
  const medianLength = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 0;
  const explored = { schedules: result.numRuns, medianLength, rows };
  if (failing === undefined) return { ...explored, finding: null };
  const schedule = shortest(failing, under);
  const violation = violationOf(schedule, under);
  if (violation === null) throw new Error('the schedule fails no longer');
  const test = printTest(schedule, violation.invariant);
  return { ...explored, finding: { violation, schedule, test, seed: result.seed } };
}

function shortest(failing: Schedule, under: Machine): Schedule {
  const invariant = violationOf(failing, under)?.invariant;
  const fails = (other: Schedule): boolean => violationOf(other, under)?.invariant === invariant;
  const named = concrete(failing, under);
  return shorten(fails(named) ? named : failing, fails);
}

function violationOf(schedule: Schedule, under: Machine): Violation | null {
  try {
    run(schedule, under);
  } catch (error) {
    if (error instanceof Violation) return error;
    throw error;
  }
  return null;
}
