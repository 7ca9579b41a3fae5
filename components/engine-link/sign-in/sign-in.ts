import type { Log, MatrixPort } from '../../../src/index.ts';
import type { Account, TokenProvider } from '../account.ts';
import { AccountSession } from './account-session.ts';
import type { Sharer } from './account-session.ts';
import type { OwnClient } from './own-client.ts';
import { SignInError } from './sign-in-error.ts';

export { SignInError } from './sign-in-error.ts';

export interface SignInOptions {
  /** The room of the calls; without one, or with `''`, calls of all rooms are heard. */
  readonly roomId?: string;
  /** Gives up, or signs out of the page again: as `dispose`. */
  readonly signal: AbortSignal;
  readonly log?: Log;
  /** The homeserver did not answer: `unreachable`. It is tried again, and this called each time, until the promise settles. */
  readonly onUnreachable?: (error: SignInError) => void;
}

export interface SignedIn {
  /** One object for all who are signed in to this account in this page. */
  readonly port: MatrixPort;
  readonly client: OwnClient;
  /** Resolves when nothing of it runs any more, or when others still use it. */
  readonly dispose: () => Promise<void>;
}

const sessions = new Map<string, AccountSession>();

/**
 * A client of the element's own, syncing. What has just been said in the rooms comes from the port right after this
 * resolves: listen at once. Errors: `SignInError`, and the signal's reason when it aborts.
 */
export async function signIn(
  account: Account,
  token: string | TokenProvider,
  { roomId, signal, log, onUnreachable }: SignInOptions,
): Promise<SignedIn> {
  const sharer: Sharer = {
    token,
    roomId: roomId === '' ? undefined : roomId,
    onUnreachable: () => onUnreachable?.(new SignInError('unreachable')),
  };
  const key = JSON.stringify([account.homeserver, account.userId, account.deviceId]);
  while (sessions.get(key)?.closed) await sessions.get(key)?.closed;
  signal.throwIfAborted();
  const session = sessions.get(key) ?? new AccountSession(account, sharer, log);
  sessions.set(key, session);
  const dispose = async (): Promise<void> => {
    signal.removeEventListener('abort', disposeUnheard);
    session.leave(sharer);
    await session.closed;
    if (session.closed && sessions.get(key) === session) sessions.delete(key);
  };
  const disposeUnheard = (): void => void dispose();
  signal.addEventListener('abort', disposeUnheard, { once: true });
  try {
    const client = await session.share(sharer, signal);
    return { port: session.portOf(client), client, dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}
