import { MatrixError } from '../matrix-error.ts';
import { parsePower } from './power-levels.ts';
import type { PowerContent } from './power-levels.ts';
import type { RoomNews, StoredEvent } from './stored-event.ts';

/** More events than this between two syncs of a device leave a gap. */
const TIMELINE_LIMIT = 20;
const RECENT_LIMIT = 200;

interface Stay {
  readonly from: number;
  to: number;
}

/** A room on the homeserver: its timeline, its state, and who was in it when. */
export class MemoryRoom {
  readonly roomId: string;
  #timeline: StoredEvent[] = [];
  readonly #state = new Map<string, StoredEvent>();
  readonly #stays = new Map<string, Stay[]>();

  constructor(roomId: string) {
    this.roomId = roomId;
  }

  append(event: StoredEvent): void {
    this.#timeline.push(event);
    if (event.stateKey === undefined) return;
    this.#state.set(stateId(event.type, event.stateKey), event);
    if (event.type === 'm.room.member')
      this.#note(event.stateKey, event.content['membership'], event.position);
  }

  state(type?: string): StoredEvent[] {
    return [...this.#state.values()].filter((event) => type === undefined || event.type === type);
  }

  stateEvent(type: string, stateKey = ''): StoredEvent | undefined {
    return this.#state.get(stateId(type, stateKey));
  }

  get encrypted(): boolean {
    return this.stateEvent('m.room.encryption') !== undefined;
  }

  membership(userId: string): unknown {
    return this.stateEvent('m.room.member', userId)?.content['membership'] ?? 'leave';
  }

  /** Everybody who is in the room: whose devices want to hear of a new event. */
  joined(): string[] {
    return this.state('m.room.member')
      .filter((event) => event.content['membership'] === 'join')
      .map((event) => event.stateKey ?? '');
  }

  /** Throws `forbidden` unless the user is in the room and has the power that `needed` names. */
  demand(userId: string, needed: (power: PowerContent) => number): void {
    if (this.membership(userId) !== 'join') throw new MatrixError('forbidden');
    const event = this.stateEvent('m.room.power_levels');
    if (event === undefined) return;
    const power = parsePower(event.content);
    if ((power.users[userId] ?? power.users_default) < needed(power)) throw new MatrixError('forbidden');
  }

  /** Empties an event, in the timeline and in the state. */
  redact(eventId: string): void {
    const emptied = (event: StoredEvent): StoredEvent =>
      event.eventId === eventId ? { ...event, content: {} } : event;
    this.#timeline = this.#timeline.map(emptied);
    for (const [id, event] of this.#state) this.#state.set(id, emptied(event));
  }

  find(eventId: string): StoredEvent | undefined {
    return this.#timeline.find((event) => event.eventId === eventId);
  }

  /** The newest events of a type that the user was there to see. */
  recent(userId: string, type: string): StoredEvent[] {
    const visible = this.#seenBy(userId).filter(
      (event) => event.type === type && event.stateKey === undefined,
    );
    return visible.slice(-RECENT_LIMIT);
  }

  /** What happened after `since` as far as the user was there to see it; `undefined` where that is nothing. */
  news(userId: string, since: number | null): RoomNews | undefined {
    const stays = this.#stays.get(userId) ?? [];
    const left = this.membership(userId) !== 'join';
    if (since === null && left) return undefined;
    const visible = this.#seenBy(userId).filter(({ position }) => position > (since ?? 0));
    if (visible.length === 0) return undefined;
    const knew = since !== null && stays.some(({ from, to }) => from <= since && since < to);
    const fresh = !knew || stays.some(({ from }) => from > since);
    const limited = visible.length > TIMELINE_LIMIT;
    return {
      roomId: this.roomId,
      left,
      state: !left && (fresh || limited) ? this.state() : null,
      timeline: visible.slice(-TIMELINE_LIMIT),
      limited: limited && knew,
    };
  }

  #seenBy(userId: string): StoredEvent[] {
    const stays = this.#stays.get(userId) ?? [];
    return this.#timeline.filter(({ position }) =>
      stays.some(({ from, to }) => from <= position && position <= to),
    );
  }

  #note(userId: string, membership: unknown, position: number): void {
    const stays = this.#stays.get(userId) ?? [];
    this.#stays.set(userId, stays);
    const open = stays.find(({ to }) => to === Infinity);
    if (membership === 'join' && open === undefined) stays.push({ from: position, to: Infinity });
    if (membership !== 'join' && open !== undefined) open.to = position;
  }
}

function stateId(type: string, stateKey: string): string {
  return JSON.stringify([type, stateKey]);
}
