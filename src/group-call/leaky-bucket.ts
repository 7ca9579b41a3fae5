/** Counts what comes faster than it may: each drop that falls in leaks out in time. */
export class LeakyBucket {
  readonly #capacity: number;
  /** ms for one drop to leak out. */
  readonly #dropMs: number;
  #emptyAt = -Infinity;

  constructor(capacity: number, dropsPerSecond: number) {
    this.#capacity = capacity;
    this.#dropMs = 1_000 / dropsPerSecond;
  }

  /** Whether one more drop would run over at `now` (ms). */
  isFull(now: number): boolean {
    return this.#emptyAt - now > (this.#capacity - 1) * this.#dropMs;
  }

  add(now: number): void {
    this.#emptyAt = Math.max(this.#emptyAt, now) + this.#dropMs;
  }
}
