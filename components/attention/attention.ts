import type { FirstWords } from '../locales/first-words.ts';
import { claimTitle } from './page-title.ts';
import { vibrate } from './vibration.ts';

export interface RingingCall {
  readonly callId: string;
  readonly words: FirstWords;
  /** Who calls. */
  readonly name: string;
  /** What kind of call, from where. */
  readonly line: string;
}

/**
 * Draws attention to a call that rings, beside the ring tone, which is the engine's: page title, notification, vibration. All
 * ends when `signal` aborts; what can be felt, when `silence` does.
 */
export function drawAttention(
  { callId, words, name, line }: RingingCall,
  signal: AbortSignal,
  silence: AbortSignal,
): void {
  const title = words.isCalling(name);
  claimTitle(title, signal);
  // Absent in iOS browsers. Where the person has not allowed it, nothing of it is fetched.
  const { Notification } = globalThis as { Notification?: { readonly permission: string } };
  if (Notification?.permission === 'granted') {
    import('./notification.ts').then(
      ({ notify }) => notify({ title, body: line, callId }, signal),
      () => undefined,
    );
  }
  vibrate(AbortSignal.any([signal, silence]));
}
