export type Content = Readonly<Record<string, unknown>>;

/** An event as the homeserver keeps it and as it crosses the channel. */
export interface StoredEvent {
  readonly eventId: string;
  readonly roomId: string;
  readonly type: string;
  /** Absent on events that are no state. */
  readonly stateKey?: string;
  readonly sender: string;
  readonly content: Content;
  readonly originServerTs: number;
  /** It arrived encrypted. */
  readonly encrypted: boolean;
  /** Its place in the order of everything that happened on this homeserver. */
  readonly position: number;
}

/** What is new to a device in one room. */
export interface RoomNews {
  readonly roomId: string;
  /** The user is not in the room any more. */
  readonly left: boolean;
  /** The whole current state, when the timeline alone does not lead to it: a room new to the device, or a gap. */
  readonly state: readonly StoredEvent[] | null;
  readonly timeline: readonly StoredEvent[];
  /** Events are missing before `timeline`. */
  readonly limited: boolean;
}

export interface InboxMessage {
  readonly type: string;
  readonly sender: string;
  readonly senderDevice: string | null;
  readonly encrypted: boolean;
  readonly content: Content;
  readonly position: number;
}

/** One answer to a `sync` request. */
export interface SyncAnswer {
  /** What the next request names as `since`. */
  readonly next: number;
  /** The homeserver's clock. */
  readonly now: number;
  readonly rooms: readonly RoomNews[];
  readonly toDevice: readonly InboxMessage[];
  /** `m.direct`, by room id: the other user. `null` where it has not changed. */
  readonly direct: Readonly<Record<string, string>> | null;
}
