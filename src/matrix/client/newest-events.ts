import * as v from 'valibot';
import { anything, number, parsed, text } from '../../foundation/schemas.ts';
import { apiPath } from './api-path.ts';
import { parseAnswer, requestOf } from './homeserver.ts';
import type { ClientEvent, MatrixClientLike } from './matrix-client-like.ts';
import { isReadable } from './timeline-event.ts';

const Event = v.object({
  type: text,
  content: v.record(text, anything),
  event_id: text,
  sender: text,
  origin_server_ts: number,
});
const Messages = v.object({ chunk: v.custom<readonly unknown[]>(Array.isArray) });

/** What may tell of a call; as many as a dozen calls, one after the other, may have brought since. */
const NEWEST = {
  dir: 'b',
  limit: '200',
  filter: JSON.stringify({ types: ['m.call.*', 'm.room.encrypted'] }),
};

/** The newest events of these rooms that can be read, oldest first, asked for now: with their true age. */
export async function newestEvents(
  client: MatrixClientLike,
  rooms: Iterable<string>,
  signal: AbortSignal,
): Promise<readonly ClientEvent[]> {
  const answers = await Promise.allSettled([...rooms].map((roomId) => newestOf(client, roomId, signal)));
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
}

async function newestOf(
  client: MatrixClientLike,
  roomId: string,
  signal: AbortSignal,
): Promise<readonly ClientEvent[]> {
  const path = apiPath`/rooms/${roomId}/messages`;
  const answer = await requestOf(client, 'GET', path, { query: NEWEST, signal });
  const map = client.getEventMapper({ preventReEmit: true, decrypt: false });
  const events = parseAnswer(Messages, answer)
    .chunk.filter((raw): raw is v.InferOutput<typeof Event> => parsed(Event, raw) !== undefined)
    .map((raw) => map({ ...raw, room_id: roomId }))
    .reverse();
  await Promise.allSettled(events.map((event) => client.decryptEventIfNeeded(event)));
  return events.filter(isReadable);
}
