import * as v from 'valibot';
import { oneOf } from '../foundation/schemas.ts';
import type { OutgoingEvent } from './build-call-event.ts';
import { GROUP_NOTIFICATION_TYPE } from './group-event-types.ts';
import { parseContent } from './parse-content.ts';
import { reference, referenceTo } from './reference.ts';

/** Tells a room that a group call began. */
export interface GroupNotification {
  /** ms since epoch by the sender's clock. */
  readonly senderTs: number;
  /** ms */
  readonly lifetime: number;
  readonly kind: 'ring' | 'notification';
  readonly mentions: { readonly room: boolean; readonly userIds: readonly string[] };
  /** The sender's member event. */
  readonly membershipEventId: string;
}

export type ParsedGroupNotification =
  | { readonly ok: true; readonly notification: GroupNotification }
  | { readonly ok: false; readonly reason: string };

export const GROUP_RING_MS = 30_000;
const LONGEST_RING_MS = 120_000;
/** A sender's clock that is further off than this is not believed. */
const TRUSTED_MS = 20_000;
const MOST_MENTIONS = 500;

const ms = v.custom<number>((value) => typeof value === 'number' && value >= 0 && value < Infinity);
const nobody = { room: false, user_ids: [] };
const mentions = v.object({
  room: v.fallback(oneOf(true, false), false),
  user_ids: v.fallback(v.custom<readonly unknown[]>(Array.isArray), []),
});
const schema = v.object({
  sender_ts: ms,
  lifetime: v.nullish(ms, GROUP_RING_MS),
  notification_type: oneOf('ring', 'notification'),
  'm.mentions': v.fallback(mentions, nobody),
  'm.relates_to': reference,
});

export function parseGroupNotification(given: unknown): ParsedGroupNotification {
  const parsed = parseContent(schema, given);
  if (!parsed.ok) return parsed;
  const { content } = parsed;
  const { room, user_ids: ids } = content['m.mentions'];
  const userIds = ids.slice(0, MOST_MENTIONS).filter((id) => typeof id === 'string');
  return {
    ok: true,
    notification: {
      senderTs: content.sender_ts,
      lifetime: content.lifetime,
      kind: content.notification_type,
      mentions: { room, userIds },
      membershipEventId: content['m.relates_to'].event_id,
    },
  };
}

export function buildGroupNotification(notification: GroupNotification): OutgoingEvent {
  const { room, userIds } = notification.mentions;
  return {
    type: GROUP_NOTIFICATION_TYPE,
    content: {
      sender_ts: Math.round(notification.senderTs),
      lifetime: Math.round(notification.lifetime),
      notification_type: notification.kind,
      'm.mentions': { ...(room && { room }), user_ids: userIds },
      'm.relates_to': referenceTo(notification.membershipEventId),
    },
  };
}

/** Whom the sender means: nobody else is rung (MSC4075). */
export function isMentioned({ mentions: { room, userIds } }: GroupNotification, userId: string): boolean {
  return room || userIds.includes(userId);
}

/** Until when it rings: ms since epoch by the homeserver's clock, whose word for its sending is `originServerTs`. */
export function ringsUntil(notification: GroupNotification, originServerTs: number): number {
  const { senderTs, lifetime } = notification;
  const sent = Math.abs(senderTs - originServerTs) <= TRUSTED_MS ? senderTs : originServerTs;
  return sent + Math.min(lifetime, LONGEST_RING_MS);
}
