import type { StateEvent, ToDeviceMessage } from '../../../../src/matrix/port.ts';
import { entryName, rawEntries } from '../../../../src/signalling/raw-memberships.ts';
import { MEMBER_TYPE } from '../../../../src/signalling/membership.ts';
import type { SimulatedTime } from '../../../call/model/simulated-time.ts';
import { must } from './violation.ts';

/** A connection is kept for 10 s, and then says goodbye; the rest is the way of both. */
const KNOWN_FOR = 12_000;

/** Watches to whom a device writes: to those only of whom the room told it that they are in the call, or were just now. */
export class MailWatch {
  readonly #time: SimulatedTime;
  /** State key → who is listed under it. */
  readonly #listed = new Map<string, readonly string[]>();
  readonly #leftAt = new Map<string, number>();

  constructor(time: SimulatedTime) {
    this.#time = time;
  }

  sees({ type, stateKey, sender, content }: StateEvent): void {
    if (type !== MEMBER_TYPE) return;
    const now = rawEntries(content)
      .map(entryName)
      .flatMap((name) => (name === null ? [] : [address(sender, name.deviceId, name.membershipId)]));
    for (const gone of this.#listed.get(stateKey) ?? []) this.#leftAt.set(gone, this.#time.now);
    for (const here of now) this.#leftAt.set(here, Infinity);
    this.#listed.set(stateKey, now);
  }

  sends(type: string, messages: readonly ToDeviceMessage[]): void {
    for (const { userId, deviceId, content } of messages) {
      const to = address(userId, deviceId, content['dest_session_id']);
      const until = (this.#leftAt.get(to) ?? -Infinity) + KNOWN_FOR;
      must('nothing goes to a device outside', this.#time.now <= until, `${type} to ${to}`);
    }
  }
}

function address(userId: string, deviceId: string, membershipId: unknown): string {
  return JSON.stringify([userId, deviceId, membershipId]);
}
