/** Counts what comes faster than it may: each drop that falls in leaks out in time. */
export class LeakyBucket {
  readonly #capacity: number;
  readonly #dropsPerSecond: number;
  #level = 0;
  #at = 0;

  constructor(capacity: number, dropsPerSecond: number) {
    this.#capacity = capacity;
    this.#dropsPerSecond = dropsPerSecond;
  }

  /** Whether one more drop would run over at `now` (ms). */
  isFull(now: number): boolean {
    this.#leak(now);
    return this.#level + 1 > this.#capacity;
  }

  add(now: number): void {
    this.#leak(now);
    this.#level += 1;
  }

  #leak(now: number): void {
    const seconds = Math.max(0, now - this.#at) / 1000;
    this.#level = Math.max(0, this.#level - seconds * this.#dropsPerSecond);
    this.#at = now;
  }
}
