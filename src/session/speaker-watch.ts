import type { Clock } from '../foundation/clock.ts';
import { ActiveSpeaker } from '../group-call/active-speaker.ts';
import type { AudioLevels } from '../group-call/active-speaker.ts';

/** ms */
const EVERY = 200;

/** Listens for who speaks while we are in the call. */
export class SpeakerWatch {
  readonly #clock: Clock;
  readonly #levels: () => AudioLevels;
  readonly #changed: () => void;
  #speaker = new ActiveSpeaker();
  #stop: (() => void) | null = null;

  constructor(clock: Clock, levels: () => AudioLevels, changed: () => void) {
    this.#clock = clock;
    this.#levels = levels;
    this.#changed = changed;
  }

  get speaker(): string | null {
    return this.#speaker.speaker;
  }

  start(): void {
    this.stop();
    this.#listen();
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
    this.#speaker = new ActiveSpeaker();
  }

  #listen(): void {
    this.#stop = this.#clock.after(EVERY, () => {
      const before = this.speaker;
      this.#listen();
      if (this.#speaker.update(this.#levels(), this.#clock.now()) !== before) this.#changed();
    });
  }
}
