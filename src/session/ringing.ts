import type { CallSession } from './call-session.ts';
import type { WebRTCDelegate } from './webrtc-delegate.ts';

/** The ring tone: sounds while any call rings, whoever plays it. */
export class Ringing {
  readonly #delegate: WebRTCDelegate;
  readonly #calls = new Set<CallSession>();
  #tone = new AbortController();

  constructor(delegate: WebRTCDelegate) {
    this.#delegate = delegate;
  }

  start(session: CallSession): void {
    if (this.#calls.add(session).size > 1) return;
    if (this.#delegate.playRingtone === undefined) this.#playDefault();
    else this.#delegate.playRingtone();
  }

  stopFor(session: CallSession): void {
    if (!this.#calls.delete(session) || this.#calls.size > 0) return;
    this.#tone.abort();
    this.#delegate.stopRingtone?.();
  }

  #playDefault(): void {
    const { signal } = (this.#tone = new AbortController());
    import('./ringtone.ts').then(
      ({ playTone }) => {
        if (!signal.aborted) signal.addEventListener('abort', playTone());
      },
      // It rings for the eye all the same.
      () => undefined,
    );
  }
}
