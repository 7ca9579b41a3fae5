import { errorName } from '../log-failure.ts';
import { MediaError } from '../media-error.ts';
import { deviceError } from './device-error.ts';

/** What a refusal of `getDisplayMedia` means: a closed picker and a refusing system have the same name. */
export function screenError(cause: unknown): MediaError {
  if (errorName(cause) !== 'NotAllowedError') return deviceError('screen', cause);
  const bySystem = /system|policy/i.test(cause instanceof Error ? cause.message : '');
  return new MediaError(bySystem ? 'permission-denied' : 'cancelled', 'screen', cause);
}
