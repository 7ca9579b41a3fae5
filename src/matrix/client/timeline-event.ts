import type { TimelineEvent } from '../port.ts';
import type { ClientEvent } from './matrix-client-like.ts';

/** A message event of a room that the homeserver has accepted: no state, no local echo, no ephemeral event. */
export function isTimelineEvent(event: ClientEvent): boolean {
  return event.getId()?.startsWith('$') === true && event.getRoomId() !== undefined && !event.isState();
}

export function isReadable(event: ClientEvent): boolean {
  return event.getType() !== 'm.room.encrypted' && !event.isDecryptionFailure();
}

/** `now` is by this device's clock, `serverNow` by the homeserver's. */
export function ageOf(event: ClientEvent, now: number, serverNow: number): number {
  const age = event.getAge() === undefined ? serverNow - event.getTs() : now - event.localTimestamp;
  return Math.max(0, age);
}

export function timelineEvent(event: ClientEvent, age: number): TimelineEvent {
  const { redacts } = event.event;
  const content = event.getContent();
  return {
    eventId: event.getId() ?? '',
    roomId: event.getRoomId() ?? '',
    type: event.getType(),
    sender: event.getSender() ?? '',
    // Rooms before version 11 have it beside the content.
    content: redacts === undefined ? content : { redacts, ...content },
    originServerTs: event.getTs(),
    age,
    encrypted: event.isEncrypted(),
  };
}
