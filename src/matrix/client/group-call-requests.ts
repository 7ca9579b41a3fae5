import * as v from 'valibot';
import { opaqueId } from '../../foundation/opaque-id.ts';
import { anything, text } from '../../foundation/schemas.ts';
import { MatrixError } from '../matrix-error.ts';
import type { OpenIdToken, StateEvent, TimelineEvent } from '../port.ts';
import { apiPath } from './api-path.ts';
import { fetched } from './fetched.ts';
import { parseAnswer, requestOf } from './homeserver.ts';
import { isSmall } from './is-small.ts';
import type { MatrixClientLike } from './matrix-client-like.ts';
import { onUnsupported } from './on-unsupported.ts';
import { eventId } from './send-event.ts';
import { stateEvent } from './state-event.ts';

export { sendToDevice } from './send-to-device.ts';

/*
 * What only calls of more than two ask of the homeserver. Each function makes what is then tried, perhaps several times:
 * with the same transaction id and bytes.
 */

type Attempt<Answer> = (signal: AbortSignal) => Promise<Answer>;
type Content = Readonly<Record<string, unknown>>;

const MSC4140 = '/_matrix/client/unstable/org.matrix.msc4140';

const ScheduledEvent = v.object({ delay_id: text });
const Versions = v.object({ unstable_features: v.fallback(v.record(text, anything), {}) });

export function recent(
  client: MatrixClientLike,
  roomId: string,
  type: string,
): Attempt<readonly TimelineEvent[]> {
  return async (signal) =>
    (await fetched(import('./newest-events.ts'))).recentEvents(client, roomId, type, signal);
}

/** What the client has of it. */
export function state(
  client: MatrixClientLike,
  roomId: string,
  type: string,
): Attempt<readonly StateEvent[]> {
  return () => {
    const room = client.getRoom(roomId);
    if (room?.getMyMembership() !== 'join') throw new MatrixError('forbidden');
    const events = room.currentState.getStateEvents(type);
    return Promise.resolve(events.flatMap((event) => stateEvent(event) ?? []));
  };
}

export function sendState(
  client: MatrixClientLike,
  roomId: string,
  type: string,
  stateKey: string,
  body: Content,
): Attempt<string> {
  const path = statePath(roomId, type, stateKey);
  const keepAlive = isSmall(body);
  return async (signal) => eventId(await requestOf(client, 'PUT', path, { body, signal, keepAlive }));
}

export function redact(
  client: MatrixClientLike,
  roomId: string,
  redacted: string,
  body: Content = {},
): Attempt<void> {
  const path = apiPath`/rooms/${roomId}/redact/${redacted}/${opaqueId()}`;
  return async (signal) => {
    await requestOf(client, 'PUT', path, { body, signal });
  };
}

export function scheduleState(
  client: MatrixClientLike,
  roomId: string,
  type: string,
  stateKey: string,
  body: Content,
  delay: number,
): Attempt<string> {
  const query = { 'org.matrix.msc4140.delay': String(delay) };
  const path = statePath(roomId, type, stateKey);
  return async (signal) => {
    // Whoever does not know the query sends the event at once.
    if (!(await knowsDelayedEvents(client))) throw new MatrixError('unsupported');
    const answer = await requestOf(client, 'PUT', path, { query, body, signal });
    return parseAnswer(ScheduledEvent, answer).delay_id;
  };
}

/** MSC4140 in both its generations: an endpoint for each action, before that the action in the body. */
export function updateScheduled(
  client: MatrixClientLike,
  delayId: string,
  action: 'restart' | 'cancel' | 'send',
): Attempt<void> {
  const post = (path: string, body: Content, signal: AbortSignal) =>
    requestOf(client, 'POST', path, { body, signal, prefix: MSC4140, keepAlive: true });
  const newer = apiPath`/delayed_events/${delayId}/${action}`;
  const older = apiPath`/delayed_events/${delayId}`;
  return async (signal) => {
    try {
      await post(newer, {}, signal).catch(onUnsupported(() => post(older, { action }, signal)));
    } catch (cause) {
      throw isConflict(cause) ? new MatrixError('not-found', { cause }) : cause;
    }
  };
}

async function knowsDelayedEvents(client: MatrixClientLike): Promise<boolean> {
  const { unstable_features: features } = parseAnswer(Versions, await client.getVersions());
  return features['org.matrix.msc4140'] === true;
}

export function openIdToken(client: MatrixClientLike): Attempt<OpenIdToken> {
  return async (signal) => (await forServers()).openIdToken(client, signal);
}

export function rtcTransports(client: MatrixClientLike): Attempt<readonly unknown[]> {
  return async (signal) => (await forServers()).rtcTransports(client, signal);
}

/** What only calls over a media server ask for. */
const forServers = () => fetched(import('./media-server-requests.ts'));

function statePath(roomId: string, type: string, stateKey: string): string {
  const path = apiPath`/rooms/${roomId}/state/${type}`;
  return stateKey === '' ? path : path + apiPath`/${stateKey}`;
}

/** The homeserver's word for "sent or cancelled already". */
function isConflict(error: unknown): boolean {
  return error instanceof Error && 'httpStatus' in error && error.httpStatus === 409;
}
