import type { CallSnapshot } from '../../src/index.ts';
import type { RingingCall } from '../attention/attention.ts';
import { RemoteSound } from '../engine-link/remote-sound.ts';
import type { ShownCall } from '../engine-link/shown-call.ts';

/** What one hears and feels of a call beside the ring tone, which is the engine's. */
export class CallSound {
  readonly remote: RemoteSound;
  #call: ShownCall | null = null;
  #state: CallSnapshot['state'] | null = null;
  #phase = new AbortController();
  #silence = new AbortController();

  /** `onChange`: what is heard of the other side is held back, or not any more. */
  constructor(onChange: () => void) {
    this.remote = new RemoteSound(onChange);
  }

  /** Brings everything in line with the call as it is now. */
  follow(call: ShownCall | null, ringing: () => Omit<RingingCall, 'callId'>): void {
    const state = call?.state ?? null;
    this.remote.setStreams(state === 'ended' ? [] : soundOf(call));
    if (call === this.#call && state === this.#state) return;
    const wasConnected =
      call === this.#call && (this.#state === 'connected' || this.#state === 'reconnecting');
    this.#call = call;
    this.#state = state;
    this.#phase.abort();
    this.#phase = new AbortController();
    this.#silence = new AbortController();
    const { signal } = this.#phase;
    if (call === null) return;
    // Whoever calls needs other tones than who is called. A call is silent rather than lost without them.
    if (state === 'invite-sent') {
      quietly(async () =>
        (await import('../attention/ringback.ts')).playRingback(this.remote.speaker, signal),
      );
    }
    if (state === 'connected' && !wasConnected) this.#tone('join');
    if (state === 'ended' && wasConnected) this.#tone('leave');
    if (state === 'ringing') {
      const { callId } = call;
      quietly(async () =>
        (await import('../attention/attention.ts')).drawAttention(
          { callId, ...ringing() },
          signal,
          this.#silence.signal,
        ),
      );
    }
  }

  /** Ends what can be heard or felt of a call that rings. */
  silence(): void {
    this.#silence.abort();
    this.#call?.silence();
  }

  #tone(tone: 'join' | 'leave'): void {
    quietly(async () => (await import('../attention/tones.ts')).playTone(tone, this.remote.speaker));
  }

  close(): void {
    this.#phase.abort();
    this.remote.setStreams([]);
    this.#call = null;
    this.#state = null;
  }
}

function quietly(action: () => Promise<void>): void {
  action().catch(() => undefined);
}

function soundOf(call: ShownCall | null): readonly MediaStream[] {
  const streams = [call?.remoteUserMediaStream, call?.remoteScreenSharingStream];
  return streams.filter((stream) => stream != null);
}
