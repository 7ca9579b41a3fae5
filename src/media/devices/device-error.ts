import { errorName } from '../log-failure.ts';
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
  if (cause instanceof MediaError) return cause;
  return new MediaError(CODES[errorName(cause)] ?? 'unknown', slot, cause);
}
