import type { Clock } from '../../foundation/clock.ts';
import { Outbox } from './outbox.ts';

/** Homeservers limit these kinds apart, so that each waits for itself. */
export class Outboxes {
  /** Room events and state, a lane for each room. */
  readonly events: Outbox;
  readonly toDevice: Outbox;
  /** Restarting, cancelling and sending what is scheduled, a lane for each delay id. */
  readonly scheduled: Outbox;
  /** What only asks. */
  readonly queries: Outbox;

  constructor(clock: Clock) {
    this.events = new Outbox(clock);
    this.toDevice = new Outbox(clock);
    this.scheduled = new Outbox(clock);
    this.queries = new Outbox(clock);
  }

  /** The homeserver answers again. */
  wake(): void {
    for (const outbox of this.#all()) outbox.wake();
  }

  stop(): void {
    for (const outbox of this.#all()) outbox.stop();
  }

  #all(): Outbox[] {
    return [this.events, this.toDevice, this.scheduled, this.queries];
  }
}
