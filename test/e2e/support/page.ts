// Runs in the browser. Tests reach what stands on `window` here through `page.evaluate`.
import * as sdk from 'matrix-js-sdk';
import * as engine from '../../../src/index.ts';
import { fromMatrixClient } from '../../../src/matrix/client/index.ts';

export interface ClientWishes {
  homeserverUrl: string;
  userId: string;
  deviceId: string;
  accessToken: string;
  encrypted?: boolean;
}

/** A client that has seen its rooms once and, encrypted, can be written to. Nothing of it is stored: a reloaded page starts from the server. */
async function setup(wishes: ClientWishes): Promise<sdk.MatrixClient> {
  const { homeserverUrl: baseUrl, encrypted = false, userId, deviceId, accessToken } = wishes;
  const client = sdk.createClient({ baseUrl, userId, deviceId, accessToken });
  if (encrypted) await client.initRustCrypto({ useIndexedDB: false });
  const synced = new Promise<void>((resolve) => {
    client.on(sdk.ClientEvent.Sync, (state) => state === sdk.SyncState.Prepared && resolve());
  });
  await client.startClient({ initialSyncLimit: 20 });
  await synced;
  if (encrypted) await until(() => hasUploadedKeys(client));
  window.client = client;
  return client;
}

/** Resolves when `client` would encrypt for this device. */
function meet(userId: string, deviceId: string): Promise<void> {
  return until(async () => {
    const devices = await window.client.getCrypto()!.getUserDeviceInfo([userId], true);
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

const globals = { sdk, engine, fromMatrixClient, setup, meet };

declare global {
  interface Window extends Readonly<typeof globals> {
    /** The client of the last `setup`. */
    client: sdk.MatrixClient;
  }
}

Object.assign(window, globals);
