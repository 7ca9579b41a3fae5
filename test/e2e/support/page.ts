// Runs in the browser. Tests reach what stands on `window` here through `page.evaluate`.
import * as sdk from 'matrix-js-sdk';
import * as library from 'matrix-js-sdk/lib/logger.js';
import * as engine from '../../../src/index.ts';
import { fromMatrixClient } from '../../../src/matrix/client/index.ts';
import { PageLibraryPhone } from './page-library-phone.ts';
import { PagePhone } from './page-phone.ts';
import type { PhoneWishes } from './page-phone.ts';

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
async function setup(wishes: ClientWishes): Promise<sdk.MatrixClient> {
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
  window.client = client;
  return client;
}

/** Makes the engine's side of this page ready for calls. */
function installPhone(wishes: PhoneWishes): void {
  window.phone = new PagePhone(window.client, wishes);
}

function installLibraryPhone(): void {
  window.libraryPhone = new PageLibraryPhone(window.client);
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

const globals = { sdk, engine, fromMatrixClient, setup, meet, installPhone, installLibraryPhone };

declare global {
  interface Window extends Readonly<typeof globals> {
    /** The client of the last `setup`. */
    client: sdk.MatrixClient;
    /** What the last `installPhone` made. */
    phone: PagePhone;
    /** What the last `installLibraryPhone` made. */
    libraryPhone: PageLibraryPhone;
  }
}

Object.assign(window, globals);
