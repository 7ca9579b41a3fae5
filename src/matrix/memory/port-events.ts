import type { StateEvent, TimelineEvent } from '../port.ts';
import type { StoredEvent } from './stored-event.ts';

export function toStateEvent(event: StoredEvent): StateEvent {
  const { eventId, roomId, type, stateKey = '', sender, content, originServerTs } = event;
  return { eventId, roomId, type, stateKey, sender, content, originServerTs };
}

/** `now` by the homeserver's clock. */
export function toTimelineEvent(event: StoredEvent, now: number): TimelineEvent {
  const { eventId, roomId, type, sender, content, originServerTs, encrypted } = event;
  const age = Math.max(0, now - originServerTs);
  return { eventId, roomId, type, sender, content, originServerTs, age, encrypted };
}
