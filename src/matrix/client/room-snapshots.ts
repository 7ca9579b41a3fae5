import type { Room } from '../port.ts';
import type { MatrixClientLike } from './matrix-client-like.ts';
import { directUserOf, roomSnapshot } from './room-snapshot.ts';

/** The joined rooms as the port shows them: one object per room until something of it changes. */
export class RoomSnapshots {
  readonly #client: MatrixClientLike;
  readonly #changed: (roomId: string) => void;
  readonly #snapshots = new Map<string, Room>();
  readonly #membersAsked = new Set<string>();
  readonly #announced = new Set<string>();

  /** `changed` is called once for all changes that come together. */
  constructor(client: MatrixClientLike, changed: (roomId: string) => void) {
    this.#client = client;
    this.#changed = changed;
  }

  all(): readonly Room[] {
    return this.#client.getRooms().flatMap(({ roomId }) => this.#snapshot(roomId) ?? []);
  }

  get(roomId: string): Room | undefined {
    const snapshot = this.#snapshot(roomId);
    if (snapshot && !this.#membersAsked.has(roomId)) {
      this.#loadMembers(roomId);
      // Whoever looks at a room may soon send into it.
      if (snapshot.encrypted) import('./room-encryption.ts').catch(() => undefined);
    }
    return snapshot;
  }

  invalidate(roomId: string): void {
    this.#snapshots.delete(roomId);
    if (this.#announced.has(roomId)) return;
    this.#announced.add(roomId);
    queueMicrotask(() => {
      this.#announced.delete(roomId);
      this.#changed(roomId);
    });
  }

  /** `m.direct` is one list for all rooms. */
  invalidateDirect(): void {
    const direct = this.#client.getAccountData('m.direct');
    for (const [roomId, { directUserId }] of this.#snapshots) {
      if (directUserOf(roomId, direct) !== directUserId) this.invalidate(roomId);
    }
  }

  #snapshot(roomId: string): Room | undefined {
    const room = this.#client.getRoom(roomId);
    if (room?.getMyMembership() !== 'join') return undefined;
    const snapshot =
      this.#snapshots.get(roomId) ?? roomSnapshot(room, this.#client.getAccountData('m.direct'));
    this.#snapshots.set(roomId, snapshot);
    return snapshot;
  }

  /** A client that loads members lazily knows only those who spoke lately. */
  #loadMembers(roomId: string): void {
    this.#membersAsked.add(roomId);
    this.#client
      .getRoom(roomId)
      ?.loadMembersIfNeeded()
      .then(
        (loaded) => {
          if (loaded) this.invalidate(roomId);
        },
        () => this.#membersAsked.delete(roomId),
      );
  }
}
