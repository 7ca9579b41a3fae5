import { CALL_TABLE } from '../../../src/call/call-table.ts';
import type { Exploration } from './explore.ts';

/** What a run did, and how often it used each row of the table. */
export function printExploration({ schedules, medianLength, rows }: Exploration): string {
  const lines = Object.entries(CALL_TABLE).map(([state, row]) => {
    const used = Object.keys(row).map((input) => `${input} ${rows.get(`${state} ${input}`) ?? 0}`);
    return `${state}: ${used.join(', ')}`;
  });
  return [`${schedules} schedules, median length ${medianLength} steps; rows used:`, ...lines].join('\n');
}
