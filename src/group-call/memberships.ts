import { groupCallKeyText } from './group-call-key.ts';
import type { GroupCallKey } from './group-call-key.ts';
import { chooseCall, groupIntoCalls } from './live-call.ts';
import type { LiveCall } from './live-call.ts';
import { readMemberEvent } from './live-membership.ts';
import type { LiveMembership } from './live-membership.ts';
import type { MemberEvent } from './member-event.ts';
import { changesBetween } from './membership-change.ts';
import type { MembershipChange } from './membership-change.ts';

/** ms after `expires_ts` for which deployed clients still count a membership. */
export const GRACE_MS = 360_000;
/** Of one user in one room: more than anybody has, fewer than would hurt those who connect to each. */
const MOST_OF_A_USER = 32;

/** Who is in which call of a room. Every `now` is ms since epoch by the homeserver's clock. */
export class Memberships {
  readonly #roomId: string;
  readonly #graceMs: number;
  readonly #byStateKey = new Map<string, readonly LiveMembership[]>();
  #inRoom: ReadonlySet<string> | null = null;
  #live: ReadonlyMap<string, LiveMembership> = new Map();
  #calls: readonly LiveCall[] = [];

  constructor(roomId: string, graceMs = GRACE_MS) {
    this.#roomId = roomId;
    this.#graceMs = graceMs;
  }

  /** The calls that somebody is in; the same object until that changes. */
  get calls(): readonly LiveCall[] {
    return this.#calls;
  }

  /** The next instant at which `expire` has something to do; `null`: none. */
  get nextExpiry(): number | null {
    const soonest = [...this.#live.values()].reduce(
      (min, { expiresTs }) => Math.min(min, expiresTs),
      Infinity,
    );
    return soonest === Infinity ? null : soonest + this.#graceMs;
  }

  /** The call that a person joins who names only so much of it; `undefined`: it would have to be started. */
  callToJoin(wish: Partial<GroupCallKey> = {}): LiveCall | undefined {
    return chooseCall(this.#calls, wish);
  }

  /** Replaces what was read before under the event's state key. */
  read(event: MemberEvent, now: number): readonly MembershipChange[] {
    const memberships = readMemberEvent(event, now).filter((each) => !this.#isDead(each, now));
    if (memberships.length === 0) this.#byStateKey.delete(event.stateKey);
    else this.#byStateKey.set(event.stateKey, memberships);
    return this.#update();
  }

  /** Only those who are in the room can be in its calls: somebody who was removed cannot write that they left. */
  setInRoom(users: ReadonlySet<string>): readonly MembershipChange[] {
    this.#inRoom = users;
    return this.#update();
  }

  expire(now: number): readonly MembershipChange[] {
    for (const [stateKey, memberships] of this.#byStateKey) {
      const alive = memberships.filter((each) => !this.#isDead(each, now));
      if (alive.length === 0) this.#byStateKey.delete(stateKey);
      else if (alive.length < memberships.length) this.#byStateKey.set(stateKey, alive);
    }
    return this.#update();
  }

  #isDead({ expiresTs }: LiveMembership, now: number): boolean {
    return expiresTs + this.#graceMs <= now;
  }

  #update(): readonly MembershipChange[] {
    const present = this.#present();
    const stayed = [...this.#live.keys()].flatMap((id) => {
      const membership = present.get(id);
      return membership === undefined ? [] : [[id, membership] as const];
    });
    // A map keeps a key where it was first set: who was there before keeps the place.
    const live = new Map([...stayed, ...present]);
    const changes = changesBetween(this.#live, live);
    if (changes.length > 0) {
      this.#live = live;
      this.#calls = groupIntoCalls(this.#roomId, [...live.values()]);
    }
    return changes;
  }

  /** One membership for each device and call: of several, under several keys, the newest. */
  #present(): ReadonlyMap<string, LiveMembership> {
    const present = new Map<string, LiveMembership>();
    const counts = new Map<string, number>();
    for (const membership of [...this.#byStateKey.values()].flat()) {
      const { userId, deviceId } = membership;
      if (this.#inRoom?.has(userId) === false) continue;
      const id = JSON.stringify([userId, deviceId, groupCallKeyText(this.#roomId, membership)]);
      const known = present.get(id);
      const count = counts.get(userId) ?? 0;
      if (known === undefined ? count < MOST_OF_A_USER : isNewer(membership, known)) {
        present.set(id, membership);
        if (known === undefined) counts.set(userId, count + 1);
      }
    }
    return present;
  }
}

function isNewer(a: LiveMembership, b: LiveMembership): boolean {
  return a.originServerTs === b.originServerTs
    ? a.expiresTs > b.expiresTs
    : a.originServerTs > b.originServerTs;
}
