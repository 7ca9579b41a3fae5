import * as v from 'valibot';
import { anything, number, parsed, text } from '../../foundation/schemas.ts';
import { apiPath } from './api-path.ts';
import { parseAnswer, requestOf } from './homeserver.ts';
import type { ClientEvent, MatrixClientLike } from './matrix-client-like.ts';
import { isReadable, isTimelineEvent } from './timeline-event.ts';

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

export interface KnownNow {
  /** Those that were asked about, with their true age. */
  readonly events: readonly ClientEvent[];
  /** What has been said of calls in their rooms. */
  readonly since: readonly ClientEvent[];
}

/** What the rooms of these invites have now. */
export async function knownNow(
  client: MatrixClientLike,
  events: readonly ClientEvent[],
  signal: AbortSignal,
): Promise<KnownNow> {
  const invites = events.filter((event) => event.getType() === 'm.call.invite');
  const rooms = [...new Set(invites.map((event) => event.getRoomId() ?? ''))];
  const answers = await Promise.allSettled(rooms.map((roomId) => newestOf(client, roomId, signal)));
  const newest = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  const fresh = new Map(newest.map((event) => [event.getId(), event]));
  return {
    events: events.map((event) => fresh.get(event.getId()) ?? event),
    since: newest.filter((event) => isTimelineEvent(event) && event.getType().startsWith('m.call.')),
  };
}

/** The newest events that can be read, oldest first. */
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
