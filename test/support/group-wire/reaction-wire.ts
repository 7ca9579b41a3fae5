import * as v from 'valibot';
import { misfits, text } from './wire-schema.ts';

const reference = v.strictObject({
  rel_type: v.literal('m.reference'),
  event_id: v.pipe(v.string(), v.startsWith('$')),
});

const reaction = v.strictObject({
  key: text,
  is_ephemeral: v.boolean(),
  call_id: v.string(),
  device_id: text,
  'm.relates_to': reference,
});

/** A reaction is taken back by a redaction that says which call it was in. */
const redaction = v.object({
  redacts_type: v.literal('com.famedly.call.member.reaction'),
  device_id: text,
  call_id: v.string(),
  scope: text,
});

export function reactionMisfits(content: unknown): string[] {
  return misfits(reaction, content, 'reaction');
}

export function redactionMisfits(content: unknown): string[] {
  return misfits(redaction, content, 'redaction');
}
