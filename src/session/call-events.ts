import type { SignalledEvent } from '../call/classify.ts';
import type { Log } from '../foundation/log.ts';
import type { SyncBatch } from '../matrix/port.ts';
import { parseCallEvent } from '../signalling/parse-call-event.ts';

/** The call events of a sync batch that parse; the others are dropped with a reason. */
export function callEvents({ events }: SyncBatch, log: Log): readonly SignalledEvent[] {
  return events.flatMap(({ type, content, sender, roomId, age, eventId }) => {
    const parsed = parseCallEvent(type, content);
    if (parsed === null) return [];
    if (!parsed.ok) {
      log.debug('malformed call event', { type, eventId, field: parsed.reason });
      return [];
    }
    return [{ event: parsed.event, sender, roomId, age }];
  });
}
