import type { Clock } from '../../foundation/clock.ts';
import { Faults } from './faults.ts';
import type { InboxMessage } from './stored-event.ts';

/** Answers kept for requests that may be repeated. */
const KEPT_ANSWERS = 200;

/** A device of a user: what waits for it, and what stands between it and the homeserver. */
export class Device {
  readonly userId: string;
  readonly deviceId: string;
  readonly faults: Faults;
  #inbox: InboxMessage[] = [];
  #wake: (() => void)[] = [];
  readonly #answers = new Map<string, unknown>();

  constructor(userId: string, deviceId: string, clock: Clock) {
    this.userId = userId;
    this.deviceId = deviceId;
    this.faults = new Faults(clock, () => {
      this.wake();
    });
  }

  deliver(message: InboxMessage): void {
    this.#inbox.push(message);
    if (this.faults.duplicateToDevice) this.#inbox.push(message);
    this.wake();
  }

  /** What waits after `since`; what came before has arrived and goes. */
  inbox(since: number): InboxMessage[] {
    this.#inbox = this.#inbox.filter(({ position }) => position > since);
    return this.faults.reorderToDevice ? this.#inbox.toReversed() : [...this.#inbox];
  }

  /** Resolves when there may be news. */
  news(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake.push(resolve);
    });
  }

  wake(): void {
    for (const resolve of this.#wake.splice(0)) resolve();
  }

  /** Does a thing once, however often it is asked for under the same name: a request that is repeated because its answer was lost. */
  once(transaction: string, run: () => unknown): unknown {
    if (this.#answers.has(transaction)) return this.#answers.get(transaction);
    const answer = run();
    this.#answers.set(transaction, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > KEPT_ANSWERS && oldest !== undefined) this.#answers.delete(oldest);
    return answer;
  }
}
