import type { Clock } from '../../../../src/foundation/clock.ts';
import type { SimulatedTime } from '../../../call/model/simulated-time.ts';

/** When the simulated time begins. */
const EPOCH = Date.UTC(2026, 0, 1);

/** A device's own clock, wrong by `skew` ms; its timers wait while the device sleeps. */
export class SimulatedClock implements Clock {
  readonly #time: SimulatedTime;
  readonly #skew: number;
  readonly #run: (task: () => void) => void;
  readonly #pending = new Set<() => void>();
  #isStopped = false;

  constructor(time: SimulatedTime, skew = 0, run: (task: () => void) => void = (task) => task()) {
    this.#time = time;
    this.#skew = skew;
    this.#run = run;
  }

  /** Timers that have not run out. */
  get pending(): number {
    return this.#pending.size;
  }

  now(): number {
    return EPOCH + Math.floor(this.#time.now) + this.#skew;
  }

  after(ms: number, task: () => void): () => void {
    if (this.#isStopped) return () => undefined;
    const stop = this.#time.after(ms, () => {
      this.#run(() => {
        if (this.#pending.delete(cancel)) task();
      });
    });
    const cancel = (): void => {
      stop();
      this.#pending.delete(cancel);
    };
    this.#pending.add(cancel);
    return cancel;
  }

  /** The device is gone. */
  stop(): void {
    this.#isStopped = true;
    for (const cancel of this.#pending) cancel();
  }
}
