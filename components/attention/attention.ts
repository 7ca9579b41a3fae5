import type { FirstWords } from '../locales/first-words.ts';
import { claimTitle } from './page-title.ts';
import { vibrate } from './vibration.ts';

export interface RingingCall {
  readonly callId: string;
  /** Who calls. */
  readonly name: string;
  /** What kind of call, from where. */
  readonly line: string;
  /** The person has silenced it already. */
  readonly silenced: boolean;
}

/**
 * Draws attention to a call that rings, beside the ring tone, which is the engine's: page title, notification, vibration. All
 * ends when `signal` aborts; the returned function ends what can be heard or felt.
 */
export function drawAttention(call: RingingCall, words: FirstWords, signal: AbortSignal): () => void {
  const { callId, name, line, silenced } = call;
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
  const silence = new AbortController();
  if (!silenced) vibrate(AbortSignal.any([signal, silence.signal]));
  return () => silence.abort();
}
