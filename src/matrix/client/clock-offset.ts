import type { ClientEvent } from './matrix-client-like.ts';

const SAMPLES = 21;
/** The `age` of an event that went between servers sums up errors of both; a fresh one has few. */
const FRESH = 60_000;

/** How far the homeserver's clock is ahead of this device's, by the median of what recent events tell. */
export class ClockOffset {
  readonly #samples: number[] = [];

  /** ms to add to this device's clock. */
  get value(): number {
    const sorted = this.#samples.toSorted((a, b) => a - b);
    return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
  }

  observe(event: ClientEvent): void {
    const age = event.getAge();
    if (age === undefined || age > FRESH) return;
    this.#samples.push(event.getTs() - event.localTimestamp);
    if (this.#samples.length > SAMPLES) this.#samples.shift();
  }
}
