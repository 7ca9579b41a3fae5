import * as v from 'valibot';

const eventId = v.pipe(
  v.string(),
  v.check(({ length }) => length > 0 && length <= 255),
);

/** `m.relates_to` of what belongs to another event (specification, relations: `m.reference`). */
export const reference = v.object({ rel_type: v.literal('m.reference'), event_id: eventId });

/** Strings only: deployed apps lose the event for any other value in it. */
export function referenceTo(event: string): Readonly<Record<string, string>> {
  return { rel_type: 'm.reference', event_id: event };
}
