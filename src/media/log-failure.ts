import type { Log } from '../foundation/log.ts';

/** By its name alone: a browser's message may quote a description. */
export function logFailure(log: Log, message: string): (error: unknown) => void {
  return (error) => log.warn(message, { error: errorName(error) });
}

/** A `DOMException` is no `Error` in every browser. */
export function errorName(error: unknown): string {
  return typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
}
