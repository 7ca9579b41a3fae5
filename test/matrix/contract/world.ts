import type { MatrixPort } from '../../../src/matrix/port.ts';

/** What a world can do to a device's way to the homeserver; a case that needs more than a world has does not apply to it. */
export type WorldFault = 'pause' | 'outage' | 'rate-limit' | 'token';

/** A user registered on the world's homeserver. */
export interface ContractUser {
  readonly userId: string;
}

/**
 * Faults between one device and the homeserver; the other devices notice nothing. An adapter over HTTP does all of them
 * in the `fetch` that it hands to its client. Each resolves when it is in force.
 */
export interface DeviceFaults {
  /** Holds back what the homeserver has to tell this device; requests of the device still work. `pause`. */
  pauseSync(): Promise<void>;
  resumeSync(): Promise<void>;
  /** No request of this device reaches the homeserver and no answer comes back, those under way included. `outage`. */
  disconnect(): Promise<void>;
  reconnect(): Promise<void>;
  /** For `ms` from now the homeserver refuses what the device sends: M_LIMIT_EXCEEDED with what is left as `retry_after_ms`. `rate-limit`. */
  rateLimit(ms: number): Promise<void>;
  /** How many requests `rateLimit` has refused so far. */
  refusals(): number;
  /** The access token is not known to the homeserver any more. `token`. */
  expireToken(): Promise<void>;
}

/** A device that is logged in and syncs. */
export interface ContractDevice extends ContractUser {
  readonly deviceId: string;
  readonly port: MatrixPort;
  readonly faults: DeviceFaults;
}

export interface Profile {
  readonly displayName?: string;
  readonly avatar?: Blob;
}

export interface RoomOptions {
  /** Join besides the creator. */
  readonly members?: readonly ContractUser[];
  readonly name?: string;
  readonly encrypted?: boolean;
  /** The join rule is `public`. */
  readonly isPublic?: boolean;
  /** A direct chat of the creator and the only member: `m.direct` of both says so. */
  readonly direct?: boolean;
  /** Content of `m.room.power_levels`; the creator's own level is added. */
  readonly powerLevels?: Readonly<Record<string, unknown>>;
}

/** A homeserver with users and devices, seen through one adapter. Every world starts empty of events that matter. */
export interface ContractWorld {
  readonly faults: ReadonlySet<WorldFault>;
  /** Registers a user with an id that nobody has had before. */
  createUser(profile?: Profile): Promise<ContractUser>;
  /** Logs the user in on a new device; its port is `connected` and knows the user's rooms. */
  createDevice(user: ContractUser): Promise<ContractDevice>;
  /**
   * Resolves with the room's id when all members have joined and the ports of all their devices show the room complete:
   * members, name, encryption, power levels, direct. In an encrypted room they know each other's devices.
   */
  createRoom(creator: ContractUser, options?: RoomOptions): Promise<string>;
  invite(by: ContractUser, invited: ContractUser, roomId: string): Promise<void>;
  join(user: ContractUser, roomId: string): Promise<void>;
  leave(user: ContractUser, roomId: string): Promise<void>;
  kick(by: ContractUser, user: ContractUser, roomId: string): Promise<void>;
  /** Disposes every port that was handed out and whatever stands below it. */
  dispose(): Promise<void>;
}

/** One statement about every adapter; it passes unless `run` throws. */
export interface ContractCase {
  readonly name: string;
  readonly needs?: readonly WorldFault[];
  /** Runs in a world of its own, or in one that other cases have used: it creates the users it speaks of. */
  run(world: ContractWorld): Promise<void>;
}
