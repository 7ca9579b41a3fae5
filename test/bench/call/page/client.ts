import * as sdk from 'matrix-js-sdk';
import { logger } from 'matrix-js-sdk/lib/logger.js';
import { timeline } from './timeline.ts';

// Its calls write to the deprecated logger, too much to be measured with.
// eslint-disable-next-line @typescript-eslint/no-deprecated
(logger as typeof logger & { setLevel: (level: 'silent') => void }).setLevel('silent');

export interface Login {
  readonly homeserverUrl: string;
  readonly userId: string;
  readonly deviceId: string;
  readonly accessToken: string;
}

/** A client that has seen its rooms. `disableVoip`: without the library's own calls. */
export async function openClient(login: Login, { disableVoip }: { disableVoip: boolean }) {
  const { homeserverUrl: baseUrl, userId, deviceId, accessToken } = login;
  const client = sdk.createClient({ baseUrl, userId, deviceId, accessToken, disableVoip });
  client.on(sdk.ClientEvent.Event, (event) => {
    const foreign = event.getSender() !== userId;
    if (foreign && event.getType() === 'm.call.answer') timeline.mark('answer in the sync');
  });
  const synced = new Promise<void>((resolve) => {
    client.on(sdk.ClientEvent.Sync, (state) => state === sdk.SyncState.Prepared && resolve());
  });
  await client.startClient({ initialSyncLimit: 5 });
  await synced;
  return client;
}
