import { systemClock } from '../../../src/foundation/clock.ts';
import type { Clock } from '../../../src/foundation/clock.ts';

interface Timer {
  readonly due: number;
  readonly task: () => void;
  cancel: () => void;
}

/** The browser's time, of which some may be left out. */
export class SkippingClock implements Clock {
  readonly #timers = new Set<Timer>();
  #skipped = 0;

  now(): number {
    return systemClock.now() + this.#skipped;
  }

  after(ms: number, task: () => void): () => void {
    const timer: Timer = { due: this.now() + ms, task, cancel: () => undefined };
    this.#timers.add(timer);
    this.#start(timer);
    return () => {
      timer.cancel();
      this.#timers.delete(timer);
    };
  }

  skip(ms: number): void {
    this.#skipped += ms;
    for (const timer of this.#timers) this.#start(timer);
  }

  #start(timer: Timer): void {
    timer.cancel();
    timer.cancel = systemClock.after(Math.max(0, timer.due - this.now()), () => {
      this.#timers.delete(timer);
      timer.task();
    });
  }
}
