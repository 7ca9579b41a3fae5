import type { Log, MatrixPort } from '../../../src/index.ts';
import { fromMatrixClient } from '../../../src/matrix/client/index.ts';
import type { Account, TokenProvider } from '../account.ts';
import { AccessToken } from './access-token.ts';
import { hasKeys, keysOf } from './device-keys.ts';
import { lockDevice } from './device-lock.ts';
import { findHomeserver } from './find-homeserver.ts';
import { checkOwner, isAnyRoomEncrypted, isEncryptedRoom } from './homeserver-questions.ts';
import type { Asking } from './homeserver-questions.ts';
import { loadOwnClient } from './own-client.ts';
import type { OwnClient } from './own-client.ts';
import type { Patience } from './patient-get.ts';
import { SignInError } from './sign-in-error.ts';
import { unlessAborted } from './unless-aborted.ts';

/** One who shares the account: an element. */
export interface Sharer {
  readonly token: string | TokenProvider;
  /** Without one it listens in all rooms. */
  readonly roomId: string | undefined;
  /** Until it has the client; then the port says so. */
  readonly onUnreachable: () => void;
}

/** An account's client for all elements of the page that name it; it ends with the last of them. */
export class AccountSession {
  readonly #account: Account;
  readonly #log: Log | undefined;
  readonly #sharers = new Map<Sharer, () => void>();
  readonly #waiting = new Set<Sharer>();
  readonly #lifetime = new AbortController();
  readonly #patience: Patience;
  readonly #token: AccessToken;
  readonly #opened: Promise<OwnClient>;
  #baseUrl = '';
  #client: OwnClient | undefined;
  #port: MatrixPort | undefined;
  #encryption: Promise<void> | undefined;
  #unlock = (): Promise<void> => Promise.resolve();
  #closed: Promise<void> | undefined;

  constructor(account: Account, first: Sharer, log: Log | undefined) {
    const { signal } = this.#lifetime;
    this.#account = account;
    this.#log = log;
    const onUnreachable = (): void => {
      for (const sharer of this.#waiting) sharer.onUnreachable();
    };
    this.#patience = { signal, onUnreachable };
    this.#token = new AccessToken({
      log,
      signal,
      check: (token) => checkOwner(account, { ...this.#patience, baseUrl: this.#baseUrl, token }),
      renewed: (token) => this.#client?.setAccessToken(token),
    });
    this.#opened = this.#open(first);
    // Each sharer hears of a failure; that there is none any more is none.
    this.#opened.catch(() => undefined);
  }

  /** Settles when nothing of it is left; `undefined` while somebody shares it. */
  get closed(): Promise<void> | undefined {
    return this.#closed;
  }

  /** The client, synced, encrypting where this sharer's rooms are encrypted. */
  async share(sharer: Sharer, signal: AbortSignal): Promise<OwnClient> {
    const { token } = sharer;
    this.#sharers.set(sharer, typeof token === 'string' ? () => undefined : this.#token.addProvider(token));
    this.#waiting.add(sharer);
    try {
      const client = await unlessAborted(signal, this.#opened);
      await unlessAborted(signal, this.#encryptIfNeeded(client));
      return client;
    } finally {
      this.#waiting.delete(sharer);
    }
  }

  /** One for all. Made when it is first asked for, so that who asks hears what it says of the last minutes. */
  portOf(client: OwnClient): MatrixPort {
    return (this.#port ??= fromMatrixClient(client));
  }

  leave(sharer: Sharer): void {
    this.#sharers.get(sharer)?.();
    this.#sharers.delete(sharer);
    if (this.#sharers.size === 0) this.#closed ??= this.#close();
  }

  async #open({ token, roomId }: Sharer): Promise<OwnClient> {
    const { signal, onUnreachable } = this.#patience;
    const loading = loadOwnClient();
    // What is found out before says more.
    loading.catch(() => undefined);
    this.#unlock = await lockDevice(this.#account, signal);
    const first = this.#token.first(token);
    [this.#baseUrl] = await Promise.all([findHomeserver(this.#account.homeserver, this.#patience), first]);
    const access = { baseUrl: this.#baseUrl, fetch: this.#token.fetch, token: this.#token.current };
    const encrypted = this.#isEncrypted(roomId, { ...this.#patience, ...access });
    // Whose token it is says more about a failure than what the other answers.
    await Promise.all([
      checkOwner(this.#account, { ...this.#patience, ...access }),
      encrypted.catch(() => 0),
    ]);
    const OwnClient = await loading;
    const client = new OwnClient({ account: this.#account, ...access, accessToken: this.#token.current });
    this.#client = client;
    if (await encrypted) await (this.#encryption = this.#encrypt(client));
    await client.start(signal, onUnreachable);
    client.onSync(() => void this.#encryptIfNeeded(client).catch(() => undefined));
    return client;
  }

  async #isEncrypted(roomId: string | undefined, asking: Asking): Promise<boolean> {
    if (await hasKeys(this.#account)) return true;
    return roomId === undefined ? isAnyRoomEncrypted(asking) : isEncryptedRoom(roomId, asking);
  }

  async #encrypt(client: OwnClient): Promise<void> {
    try {
      await client.initRustCrypto({ cryptoDatabasePrefix: keysOf(this.#account) });
    } catch (error) {
      this.#log?.warn('encryption could not be started', { error: (error as Error).name });
      throw new SignInError('encryption-failed');
    }
  }

  /** A room may be joined, or encrypted, or asked for by another element, when the client runs already. */
  #encryptIfNeeded(client: OwnClient): Promise<void> {
    const wanted = new Set([...this.#sharers.keys()].map(({ roomId }) => roomId));
    const needed = client.getRooms().some((room) => {
      if (!wanted.has(undefined) && !wanted.has(room.roomId)) return false;
      const membership: string = room.getMyMembership();
      return membership === 'join' && room.hasEncryptionStateEvent();
    });
    if (needed) this.#encryption ??= this.#restartEncrypted(client);
    return this.#encryption ?? Promise.resolve();
  }

  /** The library takes encryption only before it starts. */
  async #restartEncrypted(client: OwnClient): Promise<void> {
    const { signal, onUnreachable } = this.#patience;
    client.stopClient();
    try {
      await this.#encrypt(client);
    } finally {
      await client.start(signal, onUnreachable);
    }
  }

  async #close(): Promise<void> {
    this.#lifetime.abort();
    this.#port?.dispose();
    // A client that is being made cannot be stopped before it is there.
    await Promise.allSettled([this.#opened, this.#encryption]);
    this.#client?.stopClient();
    this.#client?.http.abort();
    this.#client?.removeAllListeners();
    await this.#unlock();
  }
}
