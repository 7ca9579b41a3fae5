import * as v from 'valibot';
import type { Log } from '../../../src/index.ts';
import type { TokenProvider } from '../account.ts';
import { SignInError } from './sign-in-error.ts';
import { unlessAborted } from './unless-aborted.ts';

/** What can stand in a header. */
const Token = v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/));
const Refusal = v.object({ errcode: v.literal('M_UNKNOWN_TOKEN') });

interface AccessTokenInput {
  readonly log: Log | undefined;
  readonly signal: AbortSignal;
  /** Rejects for a token of somebody else. */
  check(token: string): Promise<void>;
  /** There is a new one. */
  renewed(token: string): void;
}

/**
 * The token of an account, put on every request as it leaves. A token that the homeserver does not know any more is
 * renewed here, below the library, and the request repeated: syncing and sending just take longer.
 */
export class AccessToken {
  readonly #input: AccessTokenInput;
  readonly #providers = new Set<TokenProvider>();
  #current = '';
  #renewal: Promise<boolean> | undefined;
  /** What the homeserver said when nobody had another token. */
  #refusal: Response | undefined;

  constructor(input: AccessTokenInput) {
    this.#input = input;
  }

  get current(): string {
    return this.#current;
  }

  /** Any of those who share the account may be asked. */
  addProvider(provider: TokenProvider): () => void {
    this.#providers.add(provider);
    return () => this.#providers.delete(provider);
  }

  async first(source: string | TokenProvider): Promise<void> {
    this.#current = typeof source === 'string' ? valid(source) : await this.#ask(source, 'first');
  }

  readonly fetch: typeof globalThis.fetch = async (resource, init = {}) => {
    this.#input.signal.throwIfAborted();
    const used = this.#current;
    // Nothing is awaited before the request leaves: it may be the last of a page that goes away.
    const response = await fetch(resource, this.#authorized(init));
    // A sync that has waited since before may be answered yet; nothing could follow it.
    if (this.#refusal) return this.#refusal.clone();
    if (!(await isRefused(response))) return response;
    const renewed = used !== this.#current || (await this.#renewUnless(init.signal, response));
    return renewed ? fetch(resource, this.#authorized(init)) : response;
  };

  #authorized(init: RequestInit): RequestInit {
    const headers = new Headers(init.headers);
    if (headers.has('Authorization')) headers.set('Authorization', `Bearer ${this.#current}`);
    return { ...init, headers };
  }

  #renewUnless(aborted: AbortSignal | null | undefined, refusal: Response): Promise<boolean> {
    this.#renewal ??= this.#renew(refusal).finally(() => (this.#renewal = undefined));
    return aborted ? unlessAborted(aborted, this.#renewal) : this.#renewal;
  }

  /** Whether there is a new one. A provider that has once given none is not asked again. */
  async #renew(refusal: Response): Promise<boolean> {
    const [provider] = this.#providers;
    try {
      if (!provider || this.#refusal) throw new SignInError('matrix-unauthorized');
      const token = await this.#ask(provider, 'expired');
      await this.#input.check(token);
      this.#current = token;
      this.#input.renewed(token);
      return true;
    } catch {
      this.#refusal ??= refusal.clone();
      return false;
    }
  }

  async #ask(provider: TokenProvider, reason: 'first' | 'expired'): Promise<string> {
    const { signal, log } = this.#input;
    try {
      return valid(await unlessAborted(signal, provider(reason)));
    } catch (error) {
      signal.throwIfAborted();
      // Its message may quote a token.
      log?.warn('no access token from the token provider', { reason, error: (error as Error).name });
      throw new SignInError('matrix-unauthorized');
    }
  }
}

function valid(token: unknown): string {
  if (!v.is(Token, token)) throw new SignInError('matrix-unauthorized');
  return token;
}

async function isRefused(response: Response): Promise<boolean> {
  if (response.status !== 401) return false;
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  return v.is(Refusal, body);
}
