import { MatrixError } from '../matrix-error.ts';
import { apiPath } from './api-path.ts';
import { requestOf } from './homeserver.ts';
import type { MatrixClientLike } from './matrix-client-like.ts';
import { onUnsupported } from './on-unsupported.ts';

/** By authenticated media; homeservers before 1.11 have them open to all. */
export function avatar(
  client: MatrixClientLike,
  mxc: string,
  size: number,
): (signal: AbortSignal) => Promise<Blob> {
  const [, server, id] = /^mxc:\/\/([^/?#]+)\/([^/?#]+)$/.exec(mxc) ?? [];
  if (server === undefined || id === undefined) {
    throw new MatrixError('not-found', { message: 'Not an mxc URL' });
  }
  const path = apiPath`/thumbnail/${server}/${id}`;
  const pixels = String(Math.ceil(size * (globalThis.devicePixelRatio || 1)));
  const query = { width: pixels, height: pixels, method: 'crop' };
  return async (signal) => {
    const ask = (prefix: string) => requestOf(client, 'GET', path, { prefix, query, raw: true, signal });
    const answer = await ask('/_matrix/client/v1/media').catch(onUnsupported(() => ask('/_matrix/media/v3')));
    if (!(answer instanceof Blob)) throw new MatrixError('bad-response');
    return answer;
  };
}
