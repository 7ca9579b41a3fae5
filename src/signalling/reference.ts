import * as v from 'valibot';
import { oneOf, within } from '../foundation/schemas.ts';

/** `m.relates_to` of what belongs to another event (specification, relations: `m.reference`). */
export const reference = v.object({ rel_type: oneOf('m.reference'), event_id: within(1, 255) });

/** Strings only: deployed apps lose the event for any other value in it. */
export function referenceTo(event: string): Readonly<Record<string, string>> {
  return { rel_type: 'm.reference', event_id: event };
}
