import * as v from 'valibot';
import { integer, misfits, text } from './wire-schema.ts';

const reference = v.strictObject({
  rel_type: v.literal('m.reference'),
  event_id: v.pipe(v.string(), v.startsWith('$')),
});

const notification = v.strictObject({
  sender_ts: integer,
  lifetime: v.pipe(integer, v.minValue(1), v.maxValue(120_000)),
  notification_type: v.picklist(['ring', 'notification']),
  'm.mentions': v.strictObject({
    user_ids: v.optional(v.array(text)),
    room: v.optional(v.boolean()),
  }),
  'm.relates_to': reference,
});

const decline = v.strictObject({ 'm.relates_to': reference });

/** That a call of many rings. */
export function notificationMisfits(content: unknown): string[] {
  return misfits(notification, content, 'notification');
}

export function declineMisfits(content: unknown): string[] {
  return misfits(decline, content, 'decline');
}
