import type { ShownCall } from '../../engine-link/shown-call.ts';
import { watchVoiceLevel } from '../../engine-link/voice-level.ts';

/** The ring around somebody who is only heard, as loud as they are. */
export class VoiceRing {
  #stream: MediaStream | null = null;
  #watched = new AbortController();

  /** `ringing`: where the ring is; `null` where nobody sees one. */
  follow(call: ShownCall | null, ringing: HTMLElement | null): void {
    const stream = ringing === null ? null : (call?.remoteUserMediaStream ?? null);
    if (stream === this.#stream) return;
    this.#watched.abort();
    this.#watched = new AbortController();
    this.#stream = stream;
    if (stream === null || ringing === null) return;
    watchVoiceLevel(
      stream,
      (level) => ringing.style.setProperty('--_level', String(level)),
      this.#watched.signal,
    );
  }
}
