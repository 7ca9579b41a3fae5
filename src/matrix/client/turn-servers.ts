import * as v from 'valibot';
import { number, text, texts } from '../../foundation/schemas.ts';
import type { TurnServers } from '../port.ts';
import { parseAnswer, requestOf } from './homeserver.ts';
import type { MatrixClientLike } from './matrix-client-like.ts';

/** `{}` from a homeserver without TURN. */
const Answer = v.object({
  uris: v.nullish(texts, []),
  username: v.nullish(text),
  password: v.nullish(text),
  ttl: v.nullish(number, 86_400),
});

export async function turnServers(client: MatrixClientLike, signal: AbortSignal): Promise<TurnServers> {
  const answer = await requestOf(client, 'GET', '/voip/turnServer', { signal });
  const { uris: urls, username, password: credential, ttl } = parseAnswer(Answer, answer);
  const server = {
    urls,
    ...(username != null && { username }),
    ...(credential != null && { credential }),
  };
  return { iceServers: urls.length > 0 ? [server] : [], ttl: ttl * 1_000 };
}
