import { connectInPage } from './connect-in-page.ts';
import { connectInWorker } from './connect-in-worker.ts';
import { Homeserver } from './homeserver.ts';
import type { MemoryMatrix } from './memory-matrix.ts';

export type { MemoryMatrix } from './memory-matrix.ts';

export interface MemoryOptions {
  /** Any text that starts with `@`; registered when it is new. */
  readonly userId: string;
  readonly deviceId: string;
  /** What others see; used from the next room on. */
  readonly displayName?: string;
  readonly avatar?: Blob;
  /** Devices meet on the homeserver of the same name; `default` where nothing is said. */
  readonly server?: string;
}

const inPage = new Map<string, Homeserver>();

/**
 * Logs a device in on a homeserver in memory that all tabs and windows of this browser share. It lives in a SharedWorker
 * and goes with the last tab; where there are no shared workers it lives in the page, for this page alone. A device goes
 * when its tab closes or when it is disposed.
 */
export async function connectMemory(options: MemoryOptions): Promise<MemoryMatrix> {
  const { server: name = 'default', ...device } = options;
  return (await connectInWorker(name, device)) ?? connectHere(name, device);
}

function connectHere(name: string, device: Omit<MemoryOptions, 'server'>): Promise<MemoryMatrix> {
  const server = inPage.get(name) ?? new Homeserver();
  inPage.set(name, server);
  const { userId, deviceId, displayName, avatar } = device;
  server.accounts.setProfile(userId, { displayName, avatar });
  return connectInPage(server, { userId, deviceId });
}
