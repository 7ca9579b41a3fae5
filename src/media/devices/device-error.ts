import { MediaError } from '../media-error.ts';
import type { MediaErrorCode, MediaSlot } from '../media-error.ts';

const CODES: Readonly<Record<string, MediaErrorCode>> = {
  NotAllowedError: 'permission-denied',
  NotFoundError: 'device-missing',
  NotReadableError: 'device-busy',
  // The browser could not start the device although it found and allowed it.
  AbortError: 'device-busy',
  OverconstrainedError: 'device-missing',
  SecurityError: 'insecure-context',
};

/** What a refusal of `getUserMedia` means. */
export function deviceError(slot: MediaSlot, cause: unknown): MediaError {
  return new MediaError(CODES[errorName(cause)] ?? 'unknown', slot, cause);
}

/** What a refusal of `getDisplayMedia` means: a closed picker and a refusing system have the same name. */
export function screenError(cause: unknown): MediaError {
  if (errorName(cause) !== 'NotAllowedError') return deviceError('screen', cause);
  const bySystem = /system|policy/i.test(cause instanceof Error ? cause.message : '');
  return new MediaError(bySystem ? 'permission-denied' : 'cancelled', 'screen', cause);
}

/** A `DOMException` is no `Error` in every browser. */
function errorName(cause: unknown): string {
  return typeof cause === 'object' && cause !== null && 'name' in cause ? String(cause.name) : '';
}
