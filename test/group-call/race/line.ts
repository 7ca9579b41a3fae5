import type { SimulatedTime } from '../../call/model/simulated-time.ts';

/** ms that anything takes at most on its way to or from the homeserver. */
export const LONGEST_LEG = 400;

/** One device's way to the homeserver: in order each way, as fast as the schedule says, at times cut. */
export class Line {
  readonly #time: SimulatedTime;
  readonly #legs: () => number;
  #cutUntil = 0;
  #lastUp = 0;
  #lastSync = 0;
  #closed = false;

  constructor(time: SimulatedTime, legs: () => number) {
    this.#time = time;
    this.#legs = legs;
  }

  get cutUntil(): number {
    return this.#cutUntil;
  }

  cut(ms: number): void {
    this.#cutUntil = Math.max(this.#cutUntil, this.#time.now + ms);
  }

  /** The device is gone: what it sent is on its way, nothing comes back. */
  close(): void {
    this.#closed = true;
  }

  up(run: () => void): void {
    if (this.#closed) return;
    this.#lastUp = this.#at(Math.max(this.#arrival(), this.#lastUp), run);
  }

  /** The answer to a request. */
  down(run: () => void): void {
    this.#at(this.#arrival(), () => this.#closed || run());
  }

  sync(run: () => void): void {
    this.#lastSync = this.#at(Math.max(this.#arrival(), this.#lastSync), () => this.#closed || run());
  }

  #arrival(): number {
    return Math.max(this.#time.now, this.#cutUntil) + this.#legs();
  }

  #at(instant: number, run: () => void): number {
    this.#time.after(instant - this.#time.now, () => {
      // What the cut caught on its way comes after it.
      if (this.#cutUntil <= this.#time.now || this.#closed) run();
      else this.#at(this.#cutUntil, run);
    });
    return instant;
  }
}
