import * as v from 'valibot';
import { unlessAborted } from './unless-aborted.ts';

export interface Answer {
  readonly status: number;
  /** Parsed JSON, `undefined` where it was none. */
  readonly body: unknown;
}

export interface Patience {
  /** Ends all trying. */
  readonly signal: AbortSignal;
  /** Called for each try that the homeserver did not answer. */
  readonly onUnreachable: () => void;
}

interface GetOptions {
  readonly signal: AbortSignal;
  readonly token?: string;
  readonly fetch?: typeof globalThis.fetch;
}

const ATTEMPT_TIMEOUT = 10_000;
const FIRST_BACKOFF = 500;
const LONGEST_BACKOFF = 8_000;
const Limit = v.object({ retry_after_ms: v.pipe(v.number(), v.minValue(0)) });

/** Tries until there is an answer; an outage, a failure of the homeserver's own and a rate limit are none. */
export async function patiently(
  attempt: () => Promise<Answer | undefined>,
  { signal, onUnreachable }: Patience,
): Promise<Answer> {
  for (let failures = 0; ; failures += 1) {
    const answer = await attempt();
    if (answer && answer.status < 500 && answer.status !== 429) return answer;
    onUnreachable();
    const limit = v.safeParse(Limit, answer?.body);
    const backoff = Math.min(FIRST_BACKOFF * 2 ** failures, LONGEST_BACKOFF) * (0.75 + Math.random() / 2);
    await untilOnlineOr(limit.success ? limit.output.retry_after_ms : backoff, signal);
  }
}

/** One try; `undefined` where nothing came back. */
export async function get(
  url: string,
  { signal, token, fetch = globalThis.fetch }: GetOptions,
): Promise<Answer | undefined> {
  signal.throwIfAborted();
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const either = AbortSignal.any([signal, AbortSignal.timeout(ATTEMPT_TIMEOUT)]);
  try {
    const response = await fetch(url, { headers, signal: either, credentials: 'omit' });
    const body: unknown = await response.json().catch(() => undefined);
    return { status: response.status, body };
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}

/** A browser that has a network again need not wait longer. */
async function untilOnlineOr(ms: number, signal: AbortSignal): Promise<void> {
  const waiting = new AbortController();
  const wait = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    globalThis.addEventListener('online', () => resolve(), { signal: waiting.signal });
    waiting.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  try {
    await unlessAborted(signal, wait);
  } finally {
    waiting.abort();
  }
}
