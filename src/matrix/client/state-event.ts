import type { StateEvent } from '../port.ts';
import type { ClientEvent } from './matrix-client-like.ts';

/** `undefined` for what is no state of a room that the user is in: stripped state of an invite has no id. */
export function stateEvent(event: ClientEvent): StateEvent | undefined {
  const [eventId, roomId, stateKey, sender] = [
    event.getId(),
    event.getRoomId(),
    event.getStateKey(),
    event.getSender(),
  ];
  if (eventId === undefined || roomId === undefined) return undefined;
  if (stateKey === undefined || sender === undefined) return undefined;
  const content = event.getContent();
  return { eventId, roomId, type: event.getType(), stateKey, sender, content, originServerTs: event.getTs() };
}
