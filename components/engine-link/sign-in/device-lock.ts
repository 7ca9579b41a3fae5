import type { Account } from '../account.ts';
import { SignInError } from './sign-in-error.ts';

/** A page that was just reloaded or closed may hold the lock for a moment yet. */
const PATIENCE = 1_000;

/**
 * Two tabs with one device would spoil its keys and take each other's messages: the lock is for one at a time. Answers what
 * releases it, resolved when it is free for others.
 */
export function lockDevice({ userId, deviceId }: Account, signal: AbortSignal): Promise<() => Promise<void>> {
  return new Promise((resolve, reject) => {
    const refused = AbortSignal.timeout(PATIENCE);
    const held = navigator.locks.request(
      `famedly-calls ${userId} ${deviceId}`,
      { signal: AbortSignal.any([signal, refused]) },
      () =>
        new Promise<void>((release) => {
          resolve(() => {
            release();
            return held.then(() => undefined);
          });
        }),
    );
    held.catch(() => reject(signal.aborted ? (signal.reason as Error) : new SignInError('second-tab')));
  });
}
