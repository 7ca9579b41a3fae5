import * as v from 'valibot';
import type { TurnServers } from '../port.ts';
import { parseAnswer, requestOf } from './homeserver.ts';
import type { MatrixClientLike } from './matrix-client-like.ts';

/** `{}` from a homeserver without TURN. */
const Answer = v.object({
  uris: v.optional(v.array(v.string()), []),
  username: v.optional(v.string()),
  password: v.optional(v.string()),
  ttl: v.optional(v.number(), 86_400),
});

export async function turnServers(client: MatrixClientLike, signal: AbortSignal): Promise<TurnServers> {
  const answer = await requestOf(client, 'GET', '/voip/turnServer', { signal });
  const { uris: urls, username, password: credential, ttl } = parseAnswer(Answer, answer);
  const server = {
    urls,
    ...(username !== undefined && { username }),
    ...(credential !== undefined && { credential }),
  };
  return { iceServers: urls.length > 0 ? [server] : [], ttl: ttl * 1_000 };
}
