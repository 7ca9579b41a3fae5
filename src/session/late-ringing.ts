import type { TimelineEvent } from '../matrix/port.ts';
import { GROUP_NOTIFICATION_TYPE, MEMBERSHIP_REJECT_TYPE } from '../signalling/group-event-types.ts';
import type { GroupRing, GroupRinging, GroupRingingOptions } from './group-ringing.ts';
import { Late } from './late.ts';

/** A call that rings, fetched when one does: few do. */
export class LateRinging {
  readonly #late: Late<GroupRinging>;

  constructor(options: GroupRingingOptions & { readonly signal: AbortSignal }) {
    this.#late = new Late(options.clock, options.signal, ({ GroupRinging }) => new GroupRinging(options));
  }

  get until(): number | null {
    return this.#late.part?.until ?? null;
  }

  call(kind: Exclude<GroupRing, 'none'>, membershipEventId: string): Promise<void> {
    return this.#late.answer((whole) => whole.call(kind, membershipEventId));
  }

  decline(): Promise<void> {
    return this.#late.answer((whole) => whole.decline());
  }

  receive(event: TimelineEvent): void {
    const matters = event.type === GROUP_NOTIFICATION_TYPE || event.type === MEMBERSHIP_REJECT_TYPE;
    this.#late[matters ? 'ask' : 'tell']((whole) => whole.receive(event));
  }

  membersChanged(): void {
    this.#late.tell((whole) => whole.membersChanged());
  }

  stop(): void {
    this.#late.tell((whole) => whole.stop());
  }
}
