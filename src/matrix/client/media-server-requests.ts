import * as v from 'valibot';
import { number, text } from '../../foundation/schemas.ts';
import type { OpenIdToken } from '../port.ts';
import { apiPath } from './api-path.ts';
import { parseAnswer, requestOf } from './homeserver.ts';
import type { MatrixClientLike } from './matrix-client-like.ts';

const MSC4143 = '/_matrix/client/unstable/org.matrix.msc4143';

const OpenId = v.object({
  access_token: text,
  token_type: text,
  matrix_server_name: text,
  expires_in: number,
});
/** `{}` from a homeserver that has none. */
const RtcTransports = v.object({
  rtc_transports: v.nullish(v.custom<readonly unknown[]>(Array.isArray), []),
});

export async function openIdToken(client: MatrixClientLike, signal: AbortSignal): Promise<OpenIdToken> {
  const path = apiPath`/user/${client.getUserId() ?? ''}/openid/request_token`;
  return parseAnswer(OpenId, await requestOf(client, 'POST', path, { body: {}, signal }));
}

export async function rtcTransports(
  client: MatrixClientLike,
  signal: AbortSignal,
): Promise<readonly unknown[]> {
  const answer = await requestOf(client, 'GET', '/rtc/transports', { prefix: MSC4143, signal });
  return parseAnswer(RtcTransports, answer).rtc_transports;
}
