import type {
  ClientEvent,
  ClientListener,
  ClientRoom,
  MatrixClientLike,
  RawEvent,
} from '../../../src/matrix/client/matrix-client-like.ts';

export const ROOM = '!room:fake';

/** An event as the library hands it over; encrypted ones are readable after `decrypt`. */
export class FakeEvent implements ClientEvent {
  readonly event = {};
  readonly localTimestamp: number;
  readonly #id: string;
  readonly #content: Record<string, unknown>;
  readonly #encrypted: boolean;
  readonly #type: string;
  #readable: boolean;

  constructor(id: string, { encrypted = false, age = 0, content = {}, type = 'm.call.invite' } = {}) {
    this.#id = id;
    this.#type = type;
    this.#content = content;
    this.#encrypted = encrypted;
    this.#readable = !encrypted;
    this.localTimestamp = Date.now() - age;
  }

  decrypt(): void {
    this.#readable = true;
  }

  getId = () => this.#id;
  getRoomId = () => ROOM;
  getSender = () => '@bob:fake';
  getType = () => (this.#readable ? this.#type : 'm.room.encrypted');
  getContent = () => this.#content;
  getWireType = () => (this.#encrypted ? 'm.room.encrypted' : this.#type);
  getWireContent = () => this.#content;
  getStateKey = () => undefined;
  getTs = () => this.localTimestamp;
  getAge = () => Date.now() - this.localTimestamp;
  isState = () => false;
  isEncrypted = () => this.#encrypted;
  isDecryptionFailure = () => !this.#readable;
}

export interface FakeRequest {
  readonly method: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly body: Record<string, unknown> | undefined;
  /** It outlives the page. */
  readonly keepAlive?: boolean | undefined;
}

/** A client whose homeserver is a function. */
export class FakeClient implements MatrixClientLike {
  readonly requests: FakeRequest[] = [];
  readonly timeline: FakeEvent[] = [];
  readonly #listeners = new Map<string, Set<ClientListener>>();
  answer: (request: FakeRequest) => unknown = () => ({ event_id: '$sent' });
  decrypting: (event: ClientEvent) => Promise<void> = () => Promise.resolve();
  crypto: ReturnType<MatrixClientLike['getCrypto']>;
  encrypted = false;
  syncState: string | null = null;

  readonly http: MatrixClientLike['http'] = {
    authedRequest: (method, path, query, body, options) => {
      const request = { method, path, query, body, keepAlive: options?.keepAlive };
      this.requests.push(request);
      return Promise.resolve().then(() => this.answer(request));
    },
    getUrl: (path) => new URL(`https://fake${path}`),
    fetch: (resource, { body }) => {
      this.requests.push({ method: 'unload', path: resource.pathname, body: { body } });
      return Promise.resolve(new Response());
    },
  };

  readonly room: ClientRoom = {
    roomId: ROOM,
    name: 'Room',
    currentState: {
      getStateEvents: ((_type: string, key?: string) => (key === undefined ? [] : null)) as never,
    },
    getMyMembership: () => 'join',
    getVersion: () => '11',
    getMxcAvatarUrl: () => null,
    hasEncryptionStateEvent: () => this.encrypted,
    loadMembersIfNeeded: () => Promise.resolve(false),
    getLiveTimeline: () => ({ getEvents: () => this.timeline }),
  };

  /** Listeners that are still there. */
  get listening(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0);
  }

  emit(name: string, ...payload: unknown[]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(...payload);
  }

  /** The library is through with one sync response. */
  synced(data: object = { oldSyncToken: 'before' }): void {
    this.emit('sync', 'SYNCING', 'SYNCING', data);
  }

  on(name: string, listener: ClientListener): void {
    this.#listeners.set(name, (this.#listeners.get(name) ?? new Set()).add(listener));
  }

  off(name: string, listener: ClientListener): void {
    this.#listeners.get(name)?.delete(listener);
  }

  getUserId = () => '@alice:fake';
  getDeviceId = () => 'ALICE';
  getAccessToken = () => 'token';
  getSyncState = () => this.syncState;
  getRooms = () => [this.room];
  getRoom = (roomId: string) => (roomId === ROOM ? this.room : null);
  getAccountData = () => undefined;
  getCrypto = () => this.crypto;
  mapped: (raw: RawEvent) => FakeEvent = () => new FakeEvent('~draft', { encrypted: true });
  getEventMapper = () => (raw: RawEvent) => this.mapped(raw);
  decryptEventIfNeeded = (event: ClientEvent) => this.decrypting(event);
  getVersions = () => Promise.resolve({});
}
