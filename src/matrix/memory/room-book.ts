import type { Room } from '../port.ts';
import { roomView } from './room-view.ts';
import type { RoomNews, StoredEvent, SyncAnswer } from './stored-event.ts';

export interface RoomChanges {
  readonly roomIds: readonly string[];
  readonly stateEvents: readonly StoredEvent[];
}

/** What makes up a room's view; other state does not change it. */
const shown = new Set([
  'm.room.create',
  'm.room.member',
  'm.room.name',
  'm.room.avatar',
  'm.room.power_levels',
  'm.room.join_rules',
  'm.room.encryption',
]);

/** The rooms of a user as syncs tell of them. */
export class RoomBook {
  readonly #userId: string;
  readonly #state = new Map<string, Map<string, StoredEvent>>();
  readonly #views = new Map<string, Room>();
  #direct: Readonly<Record<string, string>> = {};

  constructor(userId: string) {
    this.#userId = userId;
  }

  rooms(): readonly Room[] {
    return [...this.#views.values()];
  }

  room(roomId: string): Room | undefined {
    return this.#views.get(roomId);
  }

  take(answer: Pick<SyncAnswer, 'rooms' | 'direct'>): RoomChanges {
    const changed = new Set<string>();
    const stateEvents = answer.rooms.flatMap((news) => this.#takeRoom(news, changed));
    if (answer.direct !== null) {
      this.#direct = answer.direct;
      for (const [roomId, room] of this.#views) {
        if (room.directUserId !== (this.#direct[roomId] ?? null)) changed.add(roomId);
      }
    }
    for (const roomId of changed) this.#show(roomId);
    return { roomIds: [...changed], stateEvents };
  }

  #takeRoom(news: RoomNews, changed: Set<string>): StoredEvent[] {
    const state = this.#state.get(news.roomId) ?? new Map<string, StoredEvent>();
    this.#state.set(news.roomId, state);
    const candidates = news.state ?? news.timeline.filter(({ stateKey }) => stateKey !== undefined);
    const fresh = candidates.filter((event) => state.get(stateId(event))?.eventId !== event.eventId);
    for (const event of fresh) state.set(stateId(event), event);
    if (fresh.some(({ type }) => shown.has(type))) changed.add(news.roomId);
    if (news.left) {
      this.#state.delete(news.roomId);
      changed.add(news.roomId);
    }
    return fresh;
  }

  #show(roomId: string): void {
    const state = this.#state.get(roomId);
    if (state === undefined) this.#views.delete(roomId);
    else {
      const direct = this.#direct[roomId] ?? null;
      this.#views.set(roomId, roomView(roomId, this.#userId, [...state.values()], direct));
    }
  }
}

function stateId({ type, stateKey }: StoredEvent): string {
  return JSON.stringify([type, stateKey]);
}
