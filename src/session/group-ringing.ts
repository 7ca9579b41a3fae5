import type { Clock } from '../foundation/clock.ts';
import type { LiveMembership } from '../group-call/live-membership.ts';
import type { MatrixPort, TimelineEvent } from '../matrix/port.ts';
import type { OutgoingEvent } from '../signalling/build-call-event.ts';
import {
  buildGroupDecline,
  buildMembershipReject,
  GROUP_DECLINE_TYPE,
  parseGroupDecline,
  parseMembershipReject,
} from '../signalling/group-decline.ts';
import { GROUP_NOTIFICATION_TYPE, MEMBERSHIP_REJECT_TYPE } from '../signalling/group-event-types.ts';
import {
  buildGroupNotification,
  GROUP_RING_MS,
  isMentioned,
  parseGroupNotification,
  ringsUntil,
} from '../signalling/group-notification.ts';

/** How the room hears that a call begins: `ring` rings, `notification` says so, `none` leaves it to the membership. */
export type GroupRing = 'ring' | 'notification' | 'none';

export interface GroupRingingOptions {
  readonly port: MatrixPort;
  readonly clock: Clock;
  readonly roomId: string;
  readonly callId: string;
  readonly application: string;
  readonly members: () => readonly LiveMembership[];
  /** `until` changed. */
  readonly changed: () => void;
  readonly declined: (userId: string) => void;
}

interface Ring {
  readonly notificationId: string;
  /** ms since epoch by the homeserver's clock. */
  readonly until: number;
}

/** MSC4075 and MSC4310: a call that rings for others, or for us, and who declines. */
export class GroupRinging {
  readonly #options: GroupRingingOptions;
  #ring: Ring | null = null;
  /** What we rang others by. */
  #ours: string | null = null;
  #stopTimer = (): void => undefined;

  constructor(options: GroupRingingOptions) {
    this.#options = options;
  }

  /** Until when it rings here: ms since epoch by this device's clock; `null`: it does not. */
  get until(): number | null {
    return this.#ring === null ? null : this.#ring.until - this.#options.port.serverClockOffset;
  }

  /** We began the call, by this member event of ours. Rejects with `MatrixError`. */
  async call(kind: Exclude<GroupRing, 'none'>, membershipEventId: string): Promise<void> {
    const senderTs = this.#now();
    const mentions = { room: true, userIds: [] };
    const notification = { senderTs, lifetime: GROUP_RING_MS, kind, mentions, membershipEventId };
    this.#ours = await this.#send(buildGroupNotification(notification));
  }

  /** Says that we do not come, where the call rings or is one between two people. Rejects with `MatrixError`. */
  async decline(): Promise<void> {
    const { port, roomId, callId, application } = this.#options;
    const ring = this.#ring;
    this.stop();
    if (ring !== null) await this.#send(buildGroupDecline(ring.notificationId));
    // Deployed apps hold calls between two people as group calls, and read this alone.
    else if (port.room(roomId)?.directUserId != null) {
      await this.#send(buildMembershipReject({ callId, application }));
    }
  }

  receive(event: TimelineEvent): void {
    const { type, sender, content } = event;
    if (type === GROUP_NOTIFICATION_TYPE) this.#notified(event);
    const declined = type === GROUP_DECLINE_TYPE ? parseGroupDecline(content) : null;
    const isReject = type === MEMBERSHIP_REJECT_TYPE && this.#isReject(content);
    if (sender !== this.#options.port.userId) {
      if (isReject || (declined !== null && declined === this.#ours)) this.#options.declined(sender);
      // Another device of ours speaks for us.
    } else if (isReject || declined === this.#ring?.notificationId) this.stop();
  }

  /** Who is in the call changed. */
  membersChanged(): void {
    if (this.#isAnswered()) this.stop();
  }

  stop(): void {
    this.#stopTimer();
    if (this.#ring === null) return;
    this.#ring = null;
    this.#options.changed();
  }

  #notified({ content, sender, eventId, originServerTs }: TimelineEvent): void {
    const { port, clock, members, changed } = this.#options;
    const parsed = parseGroupNotification(content);
    if (!parsed.ok || sender === port.userId) return;
    const { notification } = parsed;
    const isOurs = members().some(
      (member) => member.userId === sender && member.eventId === notification.membershipEventId,
    );
    const until = ringsUntil(notification, originServerTs);
    const remaining = until - this.#now();
    const rings = notification.kind === 'ring' && isMentioned(notification, port.userId) && remaining > 0;
    if (!isOurs || !rings || this.#isAnswered()) return;
    this.stop();
    this.#ring = { notificationId: eventId, until };
    this.#stopTimer = clock.after(remaining, () => this.stop());
    changed();
  }

  /** By any device of ours. */
  #isAnswered(): boolean {
    const { port, members } = this.#options;
    return members().some(({ userId }) => userId === port.userId);
  }

  #isReject(content: unknown): boolean {
    const { roomId, callId, application } = this.#options;
    const reject = parseMembershipReject(content);
    return reject?.application === application && ['', roomId, callId].includes(reject.callId);
  }

  #now(): number {
    return this.#options.clock.now() + this.#options.port.serverClockOffset;
  }

  #send({ type, content }: OutgoingEvent): Promise<string> {
    return this.#options.port.sendEvent(this.#options.roomId, type, content);
  }
}
