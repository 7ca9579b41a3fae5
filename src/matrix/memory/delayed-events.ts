import type { Clock } from '../../foundation/clock.ts';
import { opaqueId } from '../../foundation/opaque-id.ts';
import { MatrixError } from '../matrix-error.ts';

export type ScheduledAction = 'restart' | 'cancel' | 'send';

interface Scheduled {
  readonly owner: string;
  readonly delay: number;
  readonly send: () => void;
  cancelTimer: () => void;
}

/** What is sent later unless somebody prevents it: MSC4140. */
export class DelayedEvents {
  readonly #clock: Clock;
  readonly #scheduled = new Map<string, Scheduled>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  schedule(owner: string, delay: number, send: () => void): string {
    const delayId = opaqueId();
    const scheduled: Scheduled = { owner, delay, send, cancelTimer: () => undefined };
    this.#scheduled.set(delayId, scheduled);
    this.#start(delayId, scheduled);
    return delayId;
  }

  update(owner: string, delayId: string, action: ScheduledAction): void {
    const scheduled = this.#scheduled.get(delayId);
    if (scheduled?.owner !== owner) throw new MatrixError('not-found');
    scheduled.cancelTimer();
    if (action === 'restart') {
      this.#start(delayId, scheduled);
      return;
    }
    this.#scheduled.delete(delayId);
    if (action === 'send') scheduled.send();
  }

  #start(delayId: string, scheduled: Scheduled): void {
    scheduled.cancelTimer = this.#clock.after(scheduled.delay, () => {
      this.#scheduled.delete(delayId);
      scheduled.send();
    });
  }
}
