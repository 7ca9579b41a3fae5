import type { CallSession } from './call-session.ts';
import { playTone } from './ringtone.ts';
import type { WebRTCDelegate } from './webrtc-delegate.ts';

/** The ring tone: sounds while any call rings, whoever plays it. */
export class Ringing {
  readonly #delegate: WebRTCDelegate;
  readonly #calls = new Set<CallSession>();
  #stopDefault: (() => void) | null = null;

  constructor(delegate: WebRTCDelegate) {
    this.#delegate = delegate;
  }

  start(session: CallSession): void {
    this.#calls.add(session);
    if (this.#calls.size > 1) return;
    if (this.#delegate.playRingtone === undefined) this.#stopDefault = playTone();
    else this.#delegate.playRingtone();
  }

  stopFor(session: CallSession): void {
    if (this.#calls.delete(session) && this.#calls.size === 0) this.#silence();
  }

  stop(): void {
    if (this.#calls.size > 0) this.#silence();
    this.#calls.clear();
  }

  #silence(): void {
    this.#stopDefault?.();
    this.#stopDefault = null;
    this.#delegate.stopRingtone?.();
  }
}
