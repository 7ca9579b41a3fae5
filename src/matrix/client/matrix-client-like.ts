/** What of a matrix-js-sdk `MatrixClient` is used, and nothing else: the page brings the library, in its own version. */
export interface MatrixClientLike {
  readonly http: HttpLike;
  getUserId(): string | null;
  getDeviceId(): string | null;
  getAccessToken(): string | null;
  /** `PREPARED`, `SYNCING`, `CATCHUP`, `RECONNECTING`, `ERROR`, `STOPPED`; `null` before it is started. */
  getSyncState(): string | null;
  getRooms(): ClientRoom[];
  getRoom(roomId: string): ClientRoom | null;
  getAccountData(type: string): ClientEvent | undefined;
  getCrypto(): ClientCrypto | undefined;
  getEventMapper(options: { preventReEmit?: boolean; decrypt?: boolean }): (raw: RawEvent) => ClientEvent;
  decryptEventIfNeeded(event: ClientEvent): Promise<void>;
  getVersions(): Promise<unknown>;
  /** Called with a `ClientEventName`. */
  on(name: string, listener: ClientListener): unknown;
  off(name: string, listener: ClientListener): unknown;
}

export type ClientEventName =
  | 'sync'
  | 'event'
  | 'accountData'
  | 'receivedToDeviceMessage'
  | 'Event.decrypted'
  | 'Room'
  | 'Room.timelineReset'
  | 'Room.name'
  | 'Room.myMembership'
  | 'RoomState.events'
  | 'Session.logged_out';

/** The payloads differ by event and version: each listener checks what it gets. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- no other type takes listeners of every payload
export type ClientListener = (...payload: any[]) => void;

export interface HttpLike {
  /** Refreshes the token where the page arranged for that. */
  authedRequest(
    method: string,
    path: string,
    query?: Record<string, string>,
    body?: Record<string, unknown>,
    options?: {
      prefix?: string | undefined;
      abortSignal?: AbortSignal | undefined;
      rawResponseBody?: boolean | undefined;
      keepAlive?: boolean | undefined;
    },
  ): Promise<unknown>;
  getUrl(path: string): URL;
  fetch(resource: URL, options: RequestInit): Promise<Response>;
}

export interface RawEvent {
  type: string;
  content: Record<string, unknown>;
  room_id: string;
  event_id: string;
  sender: string;
  origin_server_ts: number;
}

export interface ClientEvent {
  readonly event: { readonly redacts?: string };
  readonly localTimestamp: number;
  getId(): string | undefined;
  getRoomId(): string | undefined;
  getSender(): string | undefined;
  getType(): string;
  getContent(): Record<string, unknown>;
  getWireType(): string;
  getWireContent(): Record<string, unknown>;
  getStateKey(): string | undefined;
  getTs(): number;
  getAge(): number | undefined;
  isState(): boolean;
  isEncrypted(): boolean;
  isDecryptionFailure(): boolean;
}

export interface ClientRoom {
  readonly roomId: string;
  readonly name: string;
  readonly currentState: ClientRoomState;
  getMyMembership(): string;
  getVersion(): string;
  getMxcAvatarUrl(): string | null;
  hasEncryptionStateEvent(): boolean;
  loadMembersIfNeeded(): Promise<boolean>;
  getLiveTimeline(): { getEvents(): ClientEvent[] };
}

export interface ClientRoomState {
  getStateEvents(type: string): ClientEvent[];
  getStateEvents(type: string, stateKey: string): ClientEvent | null;
}

export interface ClientCrypto {
  isEncryptionEnabledInRoom(roomId: string): Promise<boolean>;
  getUserDeviceInfo(userIds: string[], download?: boolean): Promise<Map<string, Map<string, unknown>>>;
  encryptToDeviceMessages(
    type: string,
    devices: { userId: string; deviceId: string }[],
    payload: Record<string, unknown>,
  ): Promise<EncryptedToDeviceMessages>;
  /** The library has it in the object and keeps it out of the type of `getCrypto()`; see room-encryption.ts. */
  encryptEvent?(event: ClientEvent, room: ClientRoom): Promise<void>;
}

export interface EncryptedToDeviceMessages {
  readonly eventType: string;
  readonly batch: readonly { userId: string; deviceId: string; payload: Record<string, unknown> }[];
}
