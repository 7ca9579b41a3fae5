import * as v from 'valibot';
import { opaqueId } from '../../foundation/opaque-id.ts';
import { text } from '../../foundation/schemas.ts';
import { MatrixError } from '../matrix-error.ts';
import { apiPath } from './api-path.ts';
import { fetched } from './fetched.ts';
import { parseAnswer, requestOf } from './homeserver.ts';
import { isEncrypted } from './is-encrypted.ts';
import type { ClientRoom, MatrixClientLike } from './matrix-client-like.ts';

export interface WireEvent {
  readonly type: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const SentEvent = v.object({ event_id: text });

/** What sends this event; sent twice, it has the same transaction id and bytes. */
export function sendEvent(
  client: MatrixClientLike,
  roomId: string,
  event: WireEvent,
): (signal: AbortSignal) => Promise<string> {
  const room = roomOf(client, roomId);
  const transaction = opaqueId();
  let wire: WireEvent | undefined;
  return async (signal) => {
    wire ??= await wireEvent(client, room, event);
    const path = apiPath`/rooms/${roomId}/send/${wire.type}/${transaction}`;
    return eventId(await requestOf(client, 'PUT', path, { body: wire.content, signal }));
  };
}

export function eventId(answer: unknown): string {
  return parseAnswer(SentEvent, answer).event_id;
}

/** In a room that the client does not know nobody can say whether it is encrypted. */
export function roomOf(client: MatrixClientLike, roomId: string): ClientRoom {
  const room = client.getRoom(roomId);
  if (!room) throw new MatrixError('forbidden', { message: 'The user is not in the room' });
  return room;
}

async function wireEvent(client: MatrixClientLike, room: ClientRoom, event: WireEvent): Promise<WireEvent> {
  if (!(await isEncrypted(client, room))) return event;
  const { encryptEvent } = await fetched(import('./room-encryption.ts'));
  return encryptEvent(client, room, event);
}
