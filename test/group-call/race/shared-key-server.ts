import type { MemberEvent } from '../../../src/group-call/member-event.ts';
import { EXPIRY_MS } from '../../../src/group-call/own-timers.ts';
import { entryName, rawEntries } from '../../../src/signalling/raw-memberships.ts';
import type { SimulatedTime } from '../../call/model/simulated-time.ts';

export const USER = '@alice:hs';

interface Delayed {
  readonly content: unknown;
  readonly delay: number;
  stop: () => void;
}

/** Who caused an event: a device by its own request, or a delayed event of one. */
export interface Cause {
  readonly by: string;
  readonly delayed: boolean;
}

/** The homeserver's part in a race: one state key, written whole by whoever comes. */
export class SharedKeyServer {
  readonly #time: SimulatedTime;
  readonly #delayed = new Map<string, Delayed>();
  readonly #listeners: ((event: MemberEvent, cause: Cause) => void)[] = [];
  #count = 0;
  event: MemberEvent | null = null;

  constructor(time: SimulatedTime) {
    this.#time = time;
  }

  listen(listener: (event: MemberEvent, cause: Cause) => void): void {
    this.#listeners.push(listener);
  }

  devices(): readonly string[] {
    return rawEntries(this.event?.content).flatMap((entry) => entryName(entry)?.deviceId ?? []);
  }

  /** When each device wrote the entry that is listed of it. */
  written(): ReadonlyMap<string, number> {
    const names = rawEntries(this.event?.content).map(entryName);
    return new Map(
      names.flatMap((name) => (name === null ? [] : [[name.deviceId, name.expiresTs - EXPIRY_MS] as const])),
    );
  }

  write(content: unknown, cause: Cause): string {
    this.#count += 1;
    const event: MemberEvent = {
      eventId: `$${this.#count}`,
      stateKey: USER,
      sender: USER,
      // As it comes out of a homeserver: nothing of the writer's objects.
      content: JSON.parse(JSON.stringify(content)) as unknown,
      // No two in the same millisecond: a reading and a sync can then be told apart by age.
      originServerTs: Math.max(this.#time.now, (this.event?.originServerTs ?? 0) + 1),
    };
    this.event = event;
    for (const listener of this.#listeners) listener(event, cause);
    return event.eventId;
  }

  schedule(content: unknown, delay: number, by: string): string {
    this.#count += 1;
    const delayId = `delay${this.#count}`;
    const delayed: Delayed = { content, delay, stop: () => undefined };
    this.#delayed.set(delayId, delayed);
    this.#start(delayId, delayed, by);
    return delayId;
  }

  /** `false`: it is gone. */
  restart(delayId: string, by: string): boolean {
    const delayed = this.#delayed.get(delayId);
    if (delayed === undefined) return false;
    delayed.stop();
    this.#start(delayId, delayed, by);
    return true;
  }

  cancel(delayId: string): void {
    this.#delayed.get(delayId)?.stop();
    this.#delayed.delete(delayId);
  }

  cancelAll(): void {
    for (const delayId of [...this.#delayed.keys()]) this.cancel(delayId);
  }

  get scheduled(): number {
    return this.#delayed.size;
  }

  #start(delayId: string, delayed: Delayed, by: string): void {
    delayed.stop = this.#time.after(delayed.delay, () => {
      this.#delayed.delete(delayId);
      this.write(delayed.content, { by, delayed: true });
    });
  }
}
