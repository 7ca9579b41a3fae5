import type { Schedule } from './schedule.ts';

/** A value as one writes it in a test. */
function literal(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll(/"([a-z]+)":/g, '$1: ')
    .replaceAll('"', "'")
    .replaceAll(',', ', ')
    .replaceAll(/\{(.+?)\}/g, '{ $1 }');
}

function printSchedule({ steps, ...rest }: Schedule): string {
  const head = Object.entries(rest).map(([key, value]) => `  ${key}: ${literal(value)},`);
  const body = steps.map((step) => `    ${literal(step)},`);
  return ['{', ...head, '  steps: [', ...body, '  ],', '}'].join('\n');
}

/** A test that fails as the schedule did. */
export function printTest(schedule: Schedule, title: string): string {
  const call = `  run(${printSchedule(schedule).replaceAll('\n', '\n  ')});`;
  return `it('${title.replaceAll("'", '’')}', () => {\n${call}\n});`;
}
