import type { CallSnapshot } from '../../src/index.ts';
import { RemoteSound } from '../engine-link/remote-sound.ts';
import type { ShownCall } from '../engine-link/shown-call.ts';
import type { FirstWords } from '../locales/first-words.ts';

/** Who rings, in words. */
export interface RingingWords {
  readonly words: FirstWords;
  readonly name: string;
  readonly line: string;
}

/** What one hears and feels of a call beside the ring tone, which is the engine's. */
export class CallSound {
  readonly remote: RemoteSound;
  #call: ShownCall | null = null;
  #state: CallSnapshot['state'] | null = null;
  #phase = new AbortController();
  #silence: (() => void) | null = null;
  #silenced = false;

  /** `onChange`: what is heard of the other side is held back, or not any more. */
  constructor(onChange: () => void) {
    this.remote = new RemoteSound(onChange);
  }

  /** Brings everything in line with the call as it is now. */
  follow(call: ShownCall | null, ringing: () => RingingWords): void {
    const state = call?.state ?? null;
    this.remote.setStreams(state === null || state === 'ended' ? [] : soundOf(call));
    if (call === this.#call && state === this.#state) return;
    const wasConnected =
      call === this.#call && (this.#state === 'connected' || this.#state === 'reconnecting');
    this.#call = call;
    this.#state = state;
    this.#phase.abort();
    this.#phase = new AbortController();
    this.#silence = null;
    this.#silenced = false;
    const { signal } = this.#phase;
    if (call === null) return;
    // Whoever calls needs other tones than who is called. A call is silent rather than lost without them.
    if (state === 'invite-sent') {
      quietly(async () => {
        const { playRingback } = await import('../attention/ringback.ts');
        if (!signal.aborted) playRingback(this.remote.speaker, signal);
      });
    }
    if (state === 'connected' && !wasConnected) this.#tone('join');
    if (state === 'ended' && wasConnected) this.#tone('leave');
    if (state === 'ringing') quietly(() => this.#ring(call.callId, ringing(), signal));
  }

  /** Ends what can be heard or felt of a call that rings. */
  silence(): void {
    this.#silenced = true;
    this.#silence?.();
    this.#call?.silence();
  }

  #tone(tone: 'join' | 'leave'): void {
    quietly(async () => (await import('../attention/tones.ts')).playTone(tone, this.remote.speaker));
  }

  async #ring(callId: string, { words, name, line }: RingingWords, signal: AbortSignal): Promise<void> {
    const { drawAttention } = await import('../attention/attention.ts');
    if (!signal.aborted) {
      this.#silence = drawAttention({ callId, name, line, silenced: this.#silenced }, words, signal);
    }
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
