/** An account on one device, as an element's attributes name it. */
export interface Account {
  /** The homeserver's base URL, or a server name whose `.well-known` says it. */
  readonly homeserver: string;
  /** `@user:server` */
  readonly userId: string;
  readonly deviceId: string;
}

/** Answers an access token of the account: `first` to sign in, `expired` when the homeserver does not know the last one any more. */
export type TokenProvider = (reason: 'first' | 'expired') => Promise<string>;
