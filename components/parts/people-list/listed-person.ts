/** One device of somebody in the call. */
export interface ListedPerson {
  readonly participant: string;
  readonly userId: string;
  readonly name: string;
  /** A `blob:` URL, or empty. */
  readonly avatar: string;
  /** Ourselves, on this device. */
  readonly self: boolean;
  readonly muted: boolean;
  readonly speaking: boolean;
  readonly handRaised: boolean;
  readonly weak: boolean;
  readonly mutedForMe: boolean;
  /** 0 to 1: how loud they are for us. */
  readonly volume: number;
  /** The id of their camera's tile. */
  readonly tile: string;
  readonly pinned: boolean;
}
