import { text } from './choice.ts';

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

/** `null` where the page has not named a whole one. */
export function accountOf(host: Readonly<Record<keyof Account, unknown>>): Account | null {
  const account = {
    homeserver: text(host.homeserver),
    userId: text(host.userId),
    deviceId: text(host.deviceId),
  };
  return Object.values(account).includes('') ? null : account;
}
