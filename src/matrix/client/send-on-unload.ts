import { opaqueId } from '../../foundation/opaque-id.ts';
import { apiPath } from './api-path.ts';
import type { MatrixClientLike } from './matrix-client-like.ts';

/** Must have left before this returns: the page is going away, and nothing awaited comes back. */
export function sendOnUnload(
  client: MatrixClientLike,
  roomId: string,
  type: string,
  content: Readonly<Record<string, unknown>>,
): void {
  const token = client.getAccessToken();
  const room = client.getRoom(roomId);
  if (token === null || !room || room.hasEncryptionStateEvent()) return;
  const path = apiPath`/rooms/${roomId}/send/${type}/${opaqueId()}`;
  const request: RequestInit = {
    method: 'PUT',
    keepalive: true,
    credentials: 'omit',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(content),
  };
  // Nobody is left to hear of a failure.
  client.http.fetch(client.http.getUrl(path), request).catch(() => undefined);
}
