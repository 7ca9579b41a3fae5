import type { Clock } from '../foundation/clock.ts';
import { Memberships } from '../group-call/memberships.ts';
import type { LiveMembership } from '../group-call/live-membership.ts';
import { sameGroupCall } from '../group-call/group-call-key.ts';
import type { GroupCallKey } from '../group-call/group-call-key.ts';
import type { LiveCall } from '../group-call/live-call.ts';
import type { MatrixPort, StateEvent } from '../matrix/port.ts';
import { MEMBER_TYPE } from '../signalling/membership.ts';

/** ms until what could not be read is asked for again. */
const READ_AGAIN = 5_000;

/** The calls of one room as its member events say, by the homeserver's clock. */
export class RoomCalls {
  readonly #port: MatrixPort;
  readonly #clock: Clock;
  readonly #roomId: string;
  readonly #changed: () => void;
  readonly #memberships: Memberships;
  /** Resolves when what was there before has been read, or could not be read at once; never rejects. */
  readonly ready: Promise<void>;
  #stopTimer = (): void => undefined;
  #isDisposed = false;
  #stopReading = (): void => undefined;

  constructor(port: MatrixPort, clock: Clock, roomId: string, changed: () => void) {
    this.#port = port;
    this.#clock = clock;
    this.#roomId = roomId;
    this.#changed = changed;
    this.#memberships = new Memberships(roomId);
    this.peopleChanged();
    this.ready = this.#read();
  }

  get calls(): readonly LiveCall[] {
    return this.#memberships.calls;
  }

  membersOf(call: GroupCallKey): readonly LiveMembership[] {
    return this.calls.find((live) => sameGroupCall(this.#roomId, live, call))?.members ?? [];
  }

  callToJoin(wish: Partial<GroupCallKey>): LiveCall | undefined {
    return this.#memberships.callToJoin(wish);
  }

  receive(event: StateEvent): void {
    this.#tell(this.#memberships.read(event, this.#now()).length > 0);
  }

  /** Who is in the room changed. */
  peopleChanged(): void {
    const members = this.#port.room(this.#roomId)?.members ?? [];
    const joined = members.filter(({ membership }) => membership === 'join').map(({ userId }) => userId);
    this.#tell(this.#memberships.setInRoom(new Set(joined)).length > 0);
  }

  dispose(): void {
    this.#isDisposed = true;
    this.#stopTimer();
    this.#stopReading();
  }

  async #read(): Promise<void> {
    const events = await this.#port.state(this.#roomId, MEMBER_TYPE).catch(() => this.#readLater());
    const changes = events.map((event) => this.#memberships.read(event, this.#now()).length);
    this.#tell(changes.some((count) => count > 0));
  }

  /** Syncs tell of changes only: whom nobody read stays unseen. */
  #readLater(): readonly StateEvent[] {
    const { connection } = this.#port;
    const canHelp = connection === 'connected' || connection === 'interrupted';
    if (canHelp && !this.#isDisposed && this.#port.room(this.#roomId) !== undefined) {
      this.#stopReading = this.#clock.after(READ_AGAIN, () => void this.#read());
    }
    return [];
  }

  #now(): number {
    return this.#clock.now() + this.#port.serverClockOffset;
  }

  #tell(hasChanged: boolean): void {
    if (!hasChanged) return;
    this.#stopTimer();
    const { nextExpiry } = this.#memberships;
    if (nextExpiry !== null) {
      this.#stopTimer = this.#clock.after(Math.max(0, nextExpiry - this.#now()), () => {
        this.#tell(this.#memberships.expire(this.#now()).length > 0);
      });
    }
    this.#changed();
  }
}
