import type { GroupCallSessionEvents, GroupCallSnapshot, ShownReaction } from '../../src/index.ts';
import type { Seat } from './engine.ts';
import type { ShownGroupCall } from './shown-group-call.ts';

/** What the element is told of its group call. */
export interface GroupSlotEvents {
  /** Another call is shown, or its streams changed. */
  changed(): void;
  snapshotChanged(now: GroupCallSnapshot, before: GroupCallSnapshot): void;
  reaction(reaction: ShownReaction): void;
  failed(error: GroupCallSessionEvents['error']): void;
  recovered(label: string): void;
}

/** In how many slots each call is shown. */
const shownIn = new WeakMap<ShownGroupCall, number>();

/** The one group call that an element shows. In the engine's eyes a seat that takes no call of two. */
export class GroupSlot implements Seat {
  readonly call = null;
  readonly settings = { roomId: '', icePolicy: 'all', glare: 'ring' } as const;
  /** The page's own call: it outlives the element. */
  lent: ShownGroupCall | null = null;
  readonly #events: GroupSlotEvents;
  #session: ShownGroupCall | null = null;
  #followed = new AbortController();

  constructor(events: GroupSlotEvents) {
    this.#events = events;
  }

  get session(): ShownGroupCall | null {
    return this.#session;
  }

  /** We are in it, or on the way in or out. */
  get busy(): boolean {
    const state = this.#session?.state ?? 'left';
    return state !== 'left' && state !== 'lobby';
  }

  concerns(): boolean {
    return false;
  }
  show(): void {
    return undefined;
  }
  missed(): void {
    return undefined;
  }

  follow(session: ShownGroupCall | null): void {
    if (session === this.#session) return;
    this.#letGo();
    this.#count(-1);
    this.#session = session;
    this.#count(1);
    this.#followed.abort();
    this.#followed = new AbortController();
    if (session !== null) this.#listen(session, this.#followed.signal);
    this.#events.changed();
  }

  /** Nobody is in a call, or seen in its lobby, that no element shows any more. */
  #letGo(): void {
    const session = this.#session;
    if (session === null || session === this.lent || shownIn.get(session) !== 1) return;
    if (!this.busy) session.closePreview();
    // On the way out already.
    else session.leave().catch(() => undefined);
  }

  #count(change: number): void {
    if (this.#session !== null) shownIn.set(this.#session, (shownIn.get(this.#session) ?? 0) + change);
  }

  #listen(session: ShownGroupCall, signal: AbortSignal): void {
    const events = this.#events;
    let before = session.snapshot;
    // A way out is told to its end, whatever is shown by then. Where it is this one again, it has another listener.
    const isOver = () => signal.aborted && (before.state !== 'leaving' || session === this.#session);
    const stop = session.on('change', (now) => {
      const last = before;
      if (!isOver()) events.snapshotChanged((before = now), last);
      if (isOver()) stop();
    });
    signal.addEventListener('abort', () => isOver() && stop());
    session.on('streamschange', () => events.changed(), { signal });
    session.on('reaction', (reaction) => events.reaction(reaction), { signal });
    session.on('error', (error) => events.failed(error), { signal });
    session.on('recovered', ({ label }) => events.recovered(label), { signal });
  }
}
