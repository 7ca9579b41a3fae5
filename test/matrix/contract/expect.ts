import { MatrixError } from '../../../src/matrix/matrix-error.ts';
import type { MatrixErrorCode } from '../../../src/matrix/matrix-error.ts';

/** The cases run in any page, so they bring the little that they need to state something. */
export function ok(condition: boolean, what: string): void {
  if (!condition) throw new Error(`not so: ${what}`);
}

export function equal(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [canonical(actual), canonical(expected)];
  if (left !== right) throw new Error(`${what}: ${left} instead of ${right}`);
}

export async function rejects(promise: Promise<unknown>, code: MatrixErrorCode, what: string): Promise<void> {
  const outcome = await promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof MatrixError ? error.code : String(error)),
  );
  equal(outcome, code, what);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
