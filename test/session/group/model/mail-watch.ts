import type { StateEvent, ToDeviceMessage } from '../../../../src/matrix/port.ts';
import { entryName, rawEntries } from '../../../../src/signalling/raw-memberships.ts';
import { MEMBER_TYPE } from '../../../../src/signalling/membership.ts';
import { must } from './violation.ts';

/** Watches to whom a device writes: to those only of whom the room told it that they are in the call. */
export class MailWatch {
  /** State key → who is listed under it, as syncs tell. */
  readonly #seen = new Map<string, readonly string[]>();
  /** The same as it was read since: who is in the call is asked for once, and what is read later of others is not used. */
  readonly #read = new Map<string, readonly string[]>();

  sees(event: StateEvent): void {
    if (event.type !== MEMBER_TYPE) return;
    this.#seen.set(event.stateKey, listed(event));
    this.#read.delete(event.stateKey);
  }

  reads(event: StateEvent): void {
    this.#read.set(event.stateKey, [...(this.#read.get(event.stateKey) ?? []), ...listed(event)]);
  }

  sends(type: string, messages: readonly ToDeviceMessage[]): void {
    const inside = [this.#seen, this.#read].flatMap((told) => [...told.values()].flat());
    for (const { userId, deviceId, content } of messages) {
      const to = address(userId, deviceId, content['dest_session_id']);
      must('nothing goes to a device outside', inside.includes(to), `${type} to ${to}`);
    }
  }
}

function listed({ sender, content }: StateEvent): readonly string[] {
  return rawEntries(content)
    .map(entryName)
    .flatMap((name) => (name === null ? [] : [address(sender, name.deviceId, name.membershipId)]));
}

function address(userId: string, deviceId: string, membershipId: unknown): string {
  return JSON.stringify([userId, deviceId, membershipId]);
}
