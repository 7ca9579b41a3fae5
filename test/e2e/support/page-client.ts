import * as sdk from 'matrix-js-sdk';
import * as library from 'matrix-js-sdk/lib/logger.js';

// The library writes what it sends into the console; tests read there what the engine says.
const { logger } = library as unknown as { logger: { setLevel: (level: 'silent') => void } };
logger.setLevel('silent');

export interface ClientWishes {
  homeserverUrl: string;
  userId: string;
  deviceId: string;
  accessToken: string;
  encrypted?: boolean;
  /** The library's own calls, which this page then has beside the engine's, or in their place. */
  libraryCalls?: boolean;
}

/** A client that has seen its rooms once and, encrypted, can be written to. Nothing of it is stored: a reloaded page starts from the server. */
export async function startClient(wishes: ClientWishes): Promise<sdk.MatrixClient> {
  const { homeserverUrl: baseUrl, encrypted = false, userId, deviceId, accessToken } = wishes;
  const disableVoip = wishes.libraryCalls !== true;
  const client = sdk.createClient({ baseUrl, userId, deviceId, accessToken, disableVoip });
  if (encrypted) await client.initRustCrypto({ useIndexedDB: false });
  const synced = new Promise<void>((resolve) => {
    client.on(sdk.ClientEvent.Sync, (state) => state === sdk.SyncState.Prepared && resolve());
  });
  await client.startClient({ initialSyncLimit: 20 });
  await synced;
  if (encrypted) await until(() => hasUploadedKeys(client));
  return client;
}

/** Resolves when `client` would encrypt for this device. */
export function meet(client: sdk.MatrixClient, userId: string, deviceId: string): Promise<void> {
  return until(async () => {
    const devices = await client.getCrypto()!.getUserDeviceInfo([userId], true);
    return devices.get(userId)?.has(deviceId) ?? false;
  });
}

async function hasUploadedKeys(client: sdk.MatrixClient): Promise<boolean> {
  const userId = client.getSafeUserId();
  const { device_keys: keys } = await client.downloadKeysForUsers([userId]);
  return keys[userId]?.[client.getDeviceId()!] !== undefined;
}

/** For what the SDK does in its own time and has no event for. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}
