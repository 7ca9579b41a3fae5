import type { EventSource } from '../foundation/emitter.ts';

/** What a port cannot do is `false` here, and the method then rejects with `MatrixError('unsupported')`. */
export interface MatrixCapabilities {
  /** A `batch` holds one whole sync response; without it each event comes as a batch of its own. */
  readonly wholeBatches: boolean;
  /** `ToDeviceEvent.senderDevice` is vouched for by encryption, not claimed by the content. */
  readonly senderDevice: boolean;
  /** Delayed events: MSC4140. */
  readonly delayedEvents: boolean;
  readonly turnServers: boolean;
  readonly openIdToken: boolean;
  /** `rtcTransports`: MSC4143. */
  readonly rtcTransports: boolean;
  /** Sending into encrypted rooms and to devices, encrypted. */
  readonly encryption: boolean;
  /** `sendOnUnload`: a request that outlives the page. */
  readonly sendOnUnload: boolean;
  /** `avatar`. */
  readonly media: boolean;
  /** Fields beside the redaction in `redact` reach the room. */
  readonly redactionExtras: boolean;
}

/**
 * - `connected`: syncing.
 * - `interrupted`: the homeserver does not answer; the port keeps trying.
 * - `unauthorized`: the token is unknown or expired.
 * - `stopped`: disposed, or the client below was stopped; nothing comes any more.
 */
export type MatrixConnection = 'connected' | 'interrupted' | 'unauthorized' | 'stopped';

export interface RoomMember {
  readonly userId: string;
  /** As the member wrote it: text, possibly empty or misleading, never markup. */
  readonly displayName: string | null;
  /** `mxc://…` */
  readonly avatarUrl: string | null;
  readonly membership: 'join' | 'invite' | 'knock' | 'leave' | 'ban';
}

/** `m.room.power_levels` with the specification's defaults filled in. */
export interface PowerLevels {
  readonly users: Readonly<Record<string, number>>;
  readonly usersDefault: number;
  readonly events: Readonly<Record<string, number>>;
  readonly eventsDefault: number;
  readonly stateDefault: number;
}

export interface Room {
  readonly roomId: string;
  readonly name: string;
  readonly avatarUrl: string | null;
  readonly encrypted: boolean;
  /** The join rule is `public`. */
  readonly isPublic: boolean;
  readonly version: string;
  /** The other user of a direct chat (`m.direct`), else `null`. */
  readonly directUserId: string | null;
  /** Joined and invited members; somebody who left is not in it. */
  readonly members: readonly RoomMember[];
  /** `null` where the room has no power-level event: everybody may do everything. */
  readonly powerLevels: PowerLevels | null;
}

/** An event of a room's timeline, decrypted. */
export interface TimelineEvent {
  readonly eventId: string;
  readonly roomId: string;
  readonly type: string;
  /** The homeserver vouches for it. */
  readonly sender: string;
  /** Not checked: parse before use. */
  readonly content: unknown;
  /** ms since epoch by the sender's homeserver. */
  readonly originServerTs: number;
  /** ms that the event was old when it was handed over: `unsigned.age` and the time spent since then. */
  readonly age: number;
  /** It arrived encrypted. */
  readonly encrypted: boolean;
}

/** The events of one sync response, in the order of their timelines, after decryption. Local echoes are not in it, events of this device are. */
export interface SyncBatch {
  readonly events: readonly TimelineEvent[];
  /** Rooms whose timeline has a gap before this batch (a limited sync). */
  readonly gaps: readonly string[];
}

export interface StateEvent {
  readonly eventId: string;
  readonly roomId: string;
  readonly type: string;
  readonly stateKey: string;
  readonly sender: string;
  /** Not checked: parse before use. */
  readonly content: unknown;
  readonly originServerTs: number;
}

export interface ToDeviceEvent {
  readonly type: string;
  readonly sender: string;
  /** The device that encrypted it; `null` where that is not known (clear text, or `capabilities.senderDevice` is false). */
  readonly senderDevice: string | null;
  readonly encrypted: boolean;
  /** Not checked: parse before use. */
  readonly content: unknown;
}

export interface ToDeviceMessage {
  readonly userId: string;
  readonly deviceId: string;
  readonly content: Readonly<Record<string, unknown>>;
}

export interface TurnServers {
  readonly iceServers: readonly { urls: string[]; username?: string; credential?: string }[];
  /** ms for which the credentials hold. */
  readonly ttl: number;
}

export interface OpenIdToken {
  readonly access_token: string;
  readonly token_type: string;
  readonly matrix_server_name: string;
  readonly expires_in: number;
}

export interface MatrixPortEvents {
  batch: SyncBatch;
  /** A room's state changed, membership included. */
  state: StateEvent;
  todevice: ToDeviceEvent;
  /** Name, members, power levels or encryption of this room id changed. */
  room: string;
  connection: MatrixConnection;
}

export interface SendOptions {
  /** Goes before everything that waits for the homeserver, and is retried until the port stops. */
  readonly urgent?: boolean;
  /** Gives up: rejects with `aborted`; what has left already is not taken back. */
  readonly signal?: AbortSignal;
}

/**
 * Everything the engine needs of Matrix. Sending retries by itself: it obeys `retry_after_ms`, waits out an outage, keeps
 * the order of events within a room (urgent ones first), and rejects with a `MatrixError` when trying again cannot help.
 */
export interface MatrixPort extends EventSource<MatrixPortEvents> {
  readonly userId: string;
  readonly deviceId: string;
  readonly capabilities: MatrixCapabilities;
  readonly connection: MatrixConnection;
  /** ms to add to this device's clock for the homeserver's. */
  readonly serverClockOffset: number;

  /** Rooms that the user has joined. */
  rooms(): readonly Room[];
  /** `undefined` where the user is not joined. The same object until the room changes. */
  room(roomId: string): Room | undefined;
  /** The bytes of an `mxc://` image, cut to about `size` CSS pixels. Errors: `not-found`, `unsupported`, `matrix-unreachable`. */
  avatar(mxc: string, size: number): Promise<Blob>;

  /** Sends a room event, encrypted where the room is; answers its event id. */
  sendEvent(
    roomId: string,
    type: string,
    content: Readonly<Record<string, unknown>>,
    options?: SendOptions,
  ): Promise<string>;
  /** Tries once, in clear, while the page goes away; does nothing in an encrypted room. */
  sendOnUnload(roomId: string, type: string, content: Readonly<Record<string, unknown>>): void;
  /** `extras`: further fields of the redaction's content (`capabilities.redactionExtras`). */
  redact(roomId: string, eventId: string, extras?: Readonly<Record<string, unknown>>): Promise<void>;

  /** The newest events of one type that the homeserver has, oldest first. What was taken back has no content. */
  recent(roomId: string, type: string): Promise<readonly TimelineEvent[]>;

  /** All current state events of one type. */
  state(roomId: string, type: string): Promise<readonly StateEvent[]>;
  sendState(
    roomId: string,
    type: string,
    stateKey: string,
    content: Readonly<Record<string, unknown>>,
    options?: SendOptions,
  ): Promise<string>;

  /**
   * One request for all recipients; encrypted when the room is. Answers the recipients that could not be reached
   * encrypted (unknown device key): nothing was sent to them.
   */
  sendToDevice(
    roomId: string,
    type: string,
    messages: readonly ToDeviceMessage[],
  ): Promise<readonly ToDeviceMessage[]>;

  /** MSC4140: the state event is sent after `delay` ms unless it is cancelled or restarted; answers the delay id. */
  scheduleState(
    roomId: string,
    type: string,
    stateKey: string,
    content: Readonly<Record<string, unknown>>,
    delay: number,
  ): Promise<string>;
  /** Errors: `not-found` when it was sent or cancelled already. */
  updateScheduled(delayId: string, action: 'restart' | 'cancel' | 'send'): Promise<void>;

  turnServers(): Promise<TurnServers>;
  openIdToken(): Promise<OpenIdToken>;
  /** The homeserver's RTC transports, unchecked (MSC4143). */
  rtcTransports(): Promise<readonly unknown[]>;

  /** Detaches from what is below: no event comes and no timer runs afterwards. */
  dispose(): void;
}
