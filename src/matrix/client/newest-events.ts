import * as v from 'valibot';
import { anything, number, parsed, text } from '../../foundation/schemas.ts';
import type { TimelineEvent } from '../port.ts';
import { apiPath } from './api-path.ts';
import { parseAnswer, requestOf } from './homeserver.ts';
import type { ClientEvent, MatrixClientLike } from './matrix-client-like.ts';
import { isReadable, isTimelineEvent, timelineEvent } from './timeline-event.ts';

const Event = v.object({
  type: text,
  content: v.record(text, anything),
  event_id: text,
  sender: text,
  origin_server_ts: number,
});
const Messages = v.object({ chunk: v.custom<readonly unknown[]>(Array.isArray) });

/** As many as a dozen calls, one after the other, may have brought. */
const MOST = '200';

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
  const answers = await Promise.allSettled(
    rooms.map((roomId) => newestOf(client, roomId, 'm.call.*', signal)),
  );
  const newest = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  const fresh = new Map(newest.map((event) => [event.getId(), event]));
  return {
    events: events.map((event) => fresh.get(event.getId()) ?? event),
    since: newest.filter((event) => isTimelineEvent(event) && event.getType().startsWith('m.call.')),
  };
}

/** The newest of one type, oldest first. */
export async function recentEvents(
  client: MatrixClientLike,
  roomId: string,
  type: string,
  signal: AbortSignal,
): Promise<readonly TimelineEvent[]> {
  const events = await newestOf(client, roomId, type, signal);
  const wanted = events.filter((event) => isTimelineEvent(event) && event.getType() === type);
  return wanted.map((event) => timelineEvent(event, event.getAge() ?? 0));
}

/** The newest events that can be read and may be of these types, oldest first. */
async function newestOf(
  client: MatrixClientLike,
  roomId: string,
  types: string,
  signal: AbortSignal,
): Promise<readonly ClientEvent[]> {
  const path = apiPath`/rooms/${roomId}/messages`;
  const filter = JSON.stringify({ types: [types, 'm.room.encrypted'] });
  const query = { dir: 'b', limit: MOST, filter };
  const answer = await requestOf(client, 'GET', path, { query, signal });
  const map = client.getEventMapper({ preventReEmit: true, decrypt: false });
  const events = parseAnswer(Messages, answer)
    .chunk.filter((raw): raw is v.InferOutput<typeof Event> => parsed(Event, raw) !== undefined)
    .map((raw) => map({ ...raw, room_id: roomId }))
    .reverse();
  await Promise.allSettled(events.map((event) => client.decryptEventIfNeeded(event)));
  return events.filter(isReadable);
}
