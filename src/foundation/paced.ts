import type { Clock } from './clock.ts';

/** A value that somebody else changes as often as they like, and that is taken over at once, but seldom. */
export class Paced<Value> {
  readonly #clock: Clock;
  readonly #pause: number;
  readonly #changed: () => void;
  #given: Value;
  #value: Value;
  #stop: (() => void) | null = null;

  /** `pause`: ms between two changes at least. */
  constructor(first: Value, clock: Clock, pause: number, changed: () => void) {
    this.#given = this.#value = first;
    this.#clock = clock;
    this.#pause = pause;
    this.#changed = changed;
  }

  /** The newest that was taken over. */
  get value(): Value {
    return this.#value;
  }

  give(value: Value): void {
    this.#given = value;
    if (this.#stop === null) this.#take();
  }

  dispose(): void {
    this.#stop?.();
  }

  #take(): void {
    if (this.#value === this.#given) return;
    this.#value = this.#given;
    this.#stop = this.#clock.after(this.#pause, () => {
      this.#stop = null;
      this.#take();
    });
    this.#changed();
  }
}
