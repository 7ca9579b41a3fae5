import type { SignalledEvent } from '../call/classify.ts';
import type { Log } from '../foundation/log.ts';
import type { MatrixPort, SyncBatch } from '../matrix/port.ts';
import { parseCallEvent } from '../signalling/parse-call-event.ts';

/**
 * The call events of a sync batch that count; the others are dropped with a reason. In an encrypted room only encrypted
 * ones count: whoever could forge one in clear could put themselves between the two sides.
 */
export function callEvents(
  { events }: SyncBatch,
  room: MatrixPort['room'],
  log: Log,
): readonly SignalledEvent[] {
  return events.flatMap(({ type, content, sender, roomId, age, eventId, encrypted }) => {
    const parsed = parseCallEvent(type, content);
    if (parsed === null) return [];
    if (!parsed.ok) {
      log.debug('malformed call event', { type, eventId, field: parsed.reason });
      return [];
    }
    if (!encrypted && room(roomId)?.encrypted === true) {
      log.debug('call event in clear in an encrypted room', { type, eventId });
      return [];
    }
    return [{ event: parsed.event, sender, roomId, age }];
  });
}
