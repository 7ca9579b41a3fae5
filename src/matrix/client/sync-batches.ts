import type { Clock } from '../../foundation/clock.ts';
import type { SyncBatch } from '../port.ts';
import type { ClockOffset } from './clock-offset.ts';
import type { ClientEvent, MatrixClientLike } from './matrix-client-like.ts';
import type { KnownNow } from './newest-events.ts';
import { ageOf, isReadable, isTimelineEvent, timelineEvent } from './timeline-event.ts';

/** A whole batch waits for the keys of its events, but not for ever: a key may come much later or never. */
const DECRYPTION_WAIT = 300;
/** Of what was there before the page was, and of what cannot be read yet, only this much can still matter. */
const RECENT = 5 * 60_000;
const MOST_LATE = 256;
const MOST_SEEN = 2_000;
/**
 * Synapse caches sync responses for two minutes: a page that starts anew within that time reads the past in its old
 * steps, with the ages of then. A call in it is over by now, or it still rings: the room's newest events tell.
 */
const REPLAY = 150_000;
const NEWEST_WAIT = 3_000;

interface SyncBatchesInput {
  readonly client: MatrixClientLike;
  readonly clock: Clock;
  readonly offset: ClockOffset;
  readonly signal: AbortSignal;
  readonly deliver: (batch: SyncBatch) => void;
}

/**
 * Collects what one sync response brings until the client says that it is through with it. Takes the client's `event`,
 * which fires once for each event that the homeserver sent and never for a local echo.
 */
export class SyncBatches {
  readonly #input: SyncBatchesInput;
  readonly #seen = new Set<string>();
  readonly #late = new Map<string, ClientEvent>();
  #events: ClientEvent[] = [];
  readonly #gaps = new Set<string>();
  #delivery = Promise.resolve();
  #startedAt: number | null = null;

  constructor(input: SyncBatchesInput) {
    this.#input = input;
  }

  collect(event: ClientEvent): void {
    if (!isTimelineEvent(event)) return;
    this.#input.offset.observe(event);
    this.#events.push(event);
  }

  /** The room's timeline begins anew. */
  gap(roomId: string): void {
    this.#gaps.add(roomId);
  }

  /** The sync response is complete. `initial`: it tells of the past, of which only the recent part is handed over. */
  flush(initial: boolean): void {
    this.#startedAt ??= this.#input.clock.now();
    const gaps = [...this.#gaps];
    const events = initial ? this.#events.filter((event) => this.#isRecent(event)) : this.#events;
    this.#events = [];
    this.#gaps.clear();
    if (events.length + gaps.length === 0) return;
    this.#enqueue(
      this.#decrypt(events).then((readable) => this.#upToDate(readable)),
      gaps,
    );
  }

  /** Recent events of rooms that the client had synced before there was a port. */
  seed(): void {
    for (const room of this.#input.client.getRooms()) {
      const events = room.getLiveTimeline().getEvents();
      for (const event of events) if (this.#isRecent(event)) this.collect(event);
    }
    this.flush(true);
  }

  /** A key has come for an event that could not be read. */
  decrypted(event: ClientEvent): void {
    const id = event.getId() ?? '';
    if (!this.#late.has(id) || !isReadable(event)) return;
    this.#late.delete(id);
    this.#enqueue(Promise.resolve([event]), []);
  }

  #enqueue(readable: Promise<ClientEvent[]>, gaps: readonly string[]): void {
    this.#delivery = this.#delivery
      .then(() => readable)
      .then((events) => {
        if (this.#input.signal.aborted) return;
        const news = events.filter((event) => this.#isNew(event));
        if (news.length + gaps.length === 0) return;
        const batch = news.map((event) => timelineEvent(event, this.#age(event)));
        this.#input.deliver({ events: batch, gaps });
      });
  }

  /** Each event is handed over once: with an invite of the past also what the client still has to tell. */
  #isNew(event: ClientEvent): boolean {
    const id = event.getId() ?? '';
    if (this.#seen.has(id)) return false;
    this.#seen.add(id);
    const [oldest = id] = this.#seen;
    if (this.#seen.size > MOST_SEEN) this.#seen.delete(oldest);
    return true;
  }

  /** Where an invite may be of the past, with what was said in its call since then. */
  async #upToDate(events: ClientEvent[]): Promise<ClientEvent[]> {
    const { clock, client, signal } = this.#input;
    const invited = events.some((event) => event.getType() === 'm.call.invite');
    if (!invited || clock.now() - (this.#startedAt ?? 0) > REPLAY) return events;
    // Without an answer it is as old as it says.
    let known: KnownNow = { events, since: [] };
    const asking = import('./newest-events.ts')
      .then(({ knownNow }) => knownNow(client, events, signal))
      .then((answer) => {
        known = answer;
      })
      .catch(() => undefined);
    await this.#patiently(asking, NEWEST_WAIT);
    return [...known.events, ...known.since];
  }

  /** Resolves with those that can be read; the others follow when their keys have come. */
  async #decrypt(events: ClientEvent[]): Promise<ClientEvent[]> {
    const encrypted = events.filter((event) => !isReadable(event));
    if (encrypted.length > 0) {
      const { client } = this.#input;
      const decryption = Promise.allSettled(encrypted.map((event) => client.decryptEventIfNeeded(event)));
      await this.#patiently(decryption, DECRYPTION_WAIT);
    }
    for (const event of events) if (!isReadable(event)) this.#waitFor(event);
    return events.filter(isReadable);
  }

  #patiently(awaited: Promise<unknown>, ms: number): Promise<void> {
    const { clock, signal } = this.#input;
    return new Promise((resolve) => {
      const done = (): void => {
        cancel();
        signal.removeEventListener('abort', done);
        resolve();
      };
      const cancel = clock.after(ms, done);
      signal.addEventListener('abort', done);
      void awaited.then(done);
    });
  }

  #waitFor(event: ClientEvent): void {
    if (!this.#isRecent(event)) return;
    this.#late.set(event.getId() ?? '', event);
    const [oldest = ''] = this.#late.keys();
    if (this.#late.size > MOST_LATE) this.#late.delete(oldest);
  }

  #age(event: ClientEvent): number {
    const now = this.#input.clock.now();
    return ageOf(event, now, now + this.#input.offset.value);
  }

  #isRecent(event: ClientEvent): boolean {
    return this.#age(event) < RECENT;
  }
}
