import { ClientEvent, Method } from 'matrix-js-sdk';
import type { MatrixClient, MatrixEvent } from 'matrix-js-sdk';
import { now } from './now.ts';

const TYPE = 'com.famedly.bench.hop';

/** Sends a message past the library's queues; answers when. */
export function sendHop(client: MatrixClient, roomId: string): number {
  const path = `/rooms/${encodeURIComponent(roomId)}/send/${TYPE}/${crypto.randomUUID()}`;
  const began = now();
  void client.http.authedRequest(Method.Put, path, undefined, { text: 'hop' });
  return began;
}

/** When the next such message came with the sync. */
export function hopArrives(client: MatrixClient): Promise<number> {
  return new Promise((resolve) => {
    const look = (event: MatrixEvent): void => {
      if (event.getType() !== TYPE) return;
      client.off(ClientEvent.Event, look);
      resolve(now());
    };
    client.on(ClientEvent.Event, look);
  });
}
