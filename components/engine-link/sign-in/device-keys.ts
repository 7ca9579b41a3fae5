import type { Account } from '../account.ts';

/** Keys stay in this browser, apart for each device. */
export function keysOf({ userId, deviceId }: Account): string {
  return `famedly-calls ${userId} ${deviceId}`;
}

/** The device has encrypted here before: others send it keys, and who takes them without keeping them cannot read calls later. */
export async function hasKeys(account: Account): Promise<boolean> {
  // Where the browser keeps nothing it has nothing to say.
  const databases = await indexedDB.databases().catch(() => []);
  return databases.some(({ name }) => name?.startsWith(`${keysOf(account)}::`));
}
