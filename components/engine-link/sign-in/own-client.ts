import type * as matrixJsSdk from 'matrix-js-sdk/lib/matrix.js';
import type { Account } from '../account.ts';
import { SignInError } from './sign-in-error.ts';

interface OwnClientInput {
  readonly account: Account;
  readonly baseUrl: string;
  readonly accessToken: string;
  readonly fetch: typeof globalThis.fetch;
}

const nothing = { not_types: ['*'] };
/** Calls are in few events of a timeline; state, membership and redactions have to be whole. */
const FILTER = {
  presence: nothing,
  account_data: { types: ['m.direct'] },
  room: {
    account_data: nothing,
    ephemeral: nothing,
    state: { lazy_load_members: true },
    timeline: { not_types: ['m.room.message', 'm.reaction', 'm.sticker'], limit: 50 },
  },
};
const FIRST_EVENTS = 20;

/** The library tells its logger of events with their content, and of every request. */
const silence = {
  trace: ignore,
  debug: ignore,
  info: ignore,
  warn: ignore,
  error: ignore,
  getChild: () => silence,
};
function ignore(): void {
  // Nothing of it may be written down.
}

type Library = Pick<
  typeof matrixJsSdk,
  'ClientEvent' | 'Filter' | 'HttpApiEvent' | 'MatrixClient' | 'MemoryStore' | 'SyncState'
>;

export type OwnClient = InstanceType<ReturnType<typeof ownClientOf>>;

/** Asked for while this runs: a page that names no account is built without the library. */
export async function loadOwnClient(): Promise<ReturnType<typeof ownClientOf>> {
  try {
    const { ClientEvent, Filter, HttpApiEvent, MatrixClient, MemoryStore, SyncState } =
      await import('matrix-js-sdk/lib/matrix.js');
    return ownClientOf({ ClientEvent, Filter, HttpApiEvent, MatrixClient, MemoryStore, SyncState });
  } catch (cause) {
    throw new Error('Signing in needs the package matrix-js-sdk, which did not come', { cause });
  }
}

function ownClientOf(library: Library) {
  const { ClientEvent, Filter, MatrixClient, MemoryStore, SyncState } = library;
  /** A client for calls alone, without stores of its own but for the keys. */
  return class extends MatrixClient {
    constructor({ account: { userId, deviceId }, baseUrl, accessToken, fetch }: OwnClientInput) {
      super({
        baseUrl,
        userId,
        deviceId,
        accessToken,
        fetchFn: fetch,
        store: new MemoryStore(),
        logger: silence,
        disableVoip: true,
      });
    }

    /** A stop is the end, of which the port knows, or the beginning of a restart, of which it need not. */
    override emit(...[name, ...payload]: Parameters<matrixJsSdk.MatrixClient['emit']>): boolean {
      if (name === ClientEvent.Sync && payload[0] === SyncState.Stopped) return false;
      return super.emit(name, ...payload);
    }

    onSync(listener: () => void): void {
      this.on(ClientEvent.Sync, listener);
    }

    /** Resolves when the first sync is there; `onUnreachable` says that it takes longer. */
    async start(signal: AbortSignal, onUnreachable: () => void): Promise<void> {
      signal.throwIfAborted();
      const filter = new Filter(this.getUserId());
      filter.setDefinition(FILTER);
      const off = new AbortController();
      const synced = firstSync(this, library, { signal, off: off.signal, onUnreachable });
      try {
        const options = { filter, initialSyncLimit: FIRST_EVENTS, lazyLoadMembers: true };
        await Promise.all([synced, this.startClient(options)]);
      } finally {
        off.abort();
      }
    }
  };
}

interface Waiting {
  readonly signal: AbortSignal;
  /** Ends the listening. */
  readonly off: AbortSignal;
  readonly onUnreachable: () => void;
}

function firstSync(
  client: matrixJsSdk.MatrixClient,
  { ClientEvent, HttpApiEvent, SyncState }: Library,
  { signal, off, onUnreachable }: Waiting,
): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    const onSync = (state: matrixJsSdk.SyncState): void => {
      if (state === SyncState.Prepared) resolve();
      else if (state !== SyncState.Syncing) onUnreachable();
    };
    const onLogout = (): void => reject(new SignInError('matrix-unauthorized'));
    const onAbort = (): void => reject(signal.reason as Error);
    client.on(ClientEvent.Sync, onSync);
    client.on(HttpApiEvent.SessionLoggedOut, onLogout);
    signal.addEventListener('abort', onAbort);
    off.addEventListener('abort', () => {
      client.off(ClientEvent.Sync, onSync);
      client.off(HttpApiEvent.SessionLoggedOut, onLogout);
      signal.removeEventListener('abort', onAbort);
    });
  });
}
