import {
  ClientEvent,
  Filter,
  HttpApiEvent,
  MatrixClient,
  MemoryStore,
  SyncState,
} from 'matrix-js-sdk/lib/matrix.js';
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

/** A client for calls alone, without stores of its own but for the keys. */
export class OwnClient extends MatrixClient {
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
  override emit(...[name, ...payload]: Parameters<MatrixClient['emit']>): boolean {
    if (name === ClientEvent.Sync && payload[0] === SyncState.Stopped) return false;
    return super.emit(name, ...payload);
  }

  /** Resolves when the first sync is there; `onUnreachable` says that it takes longer. */
  async start(signal: AbortSignal, onUnreachable: () => void): Promise<void> {
    signal.throwIfAborted();
    const filter = new Filter(this.getUserId());
    filter.setDefinition(FILTER);
    const off = new AbortController();
    const synced = new Promise<void>((resolve, reject) => {
      const onSync = (state: SyncState): void => {
        if (state === SyncState.Prepared) resolve();
        else if (state !== SyncState.Syncing) onUnreachable();
      };
      const onLogout = (): void => reject(new SignInError('unauthorized'));
      const onAbort = (): void => reject(signal.reason as Error);
      this.on(ClientEvent.Sync, onSync);
      this.on(HttpApiEvent.SessionLoggedOut, onLogout);
      signal.addEventListener('abort', onAbort);
      off.signal.addEventListener('abort', () => {
        this.off(ClientEvent.Sync, onSync);
        this.off(HttpApiEvent.SessionLoggedOut, onLogout);
        signal.removeEventListener('abort', onAbort);
      });
    });
    try {
      const options = { filter, initialSyncLimit: FIRST_EVENTS, lazyLoadMembers: true };
      await Promise.all([synced, this.startClient(options)]);
    } finally {
      off.abort();
    }
  }
}
