import { MatrixError } from '../matrix-error.ts';
import { requestFailure } from './request-failure.ts';

interface Outage {
  readonly since: number;
  readonly failures: number;
  readonly retryAt: number;
}

const FIRST_BACKOFF = 500;
const LONGEST_BACKOFF = 8_000;

/**
 * What went wrong in an outbox, and how long it waits for that. A lane that meets an outage backs off by itself; a rate
 * limit holds all lanes, and when it ends one request goes ahead alone.
 */
export class Setbacks {
  readonly #outages = new Map<string, Outage>();
  #limitedUntil = 0;
  #limited = false;

  get limited(): boolean {
    return this.#limited;
  }

  /** The error that ends a task which failed at `now`; `undefined`: it is tried again. */
  errorOf(
    { lane, patience }: { readonly lane: string; readonly patience: number },
    cause: unknown,
    now: number,
  ): MatrixError | undefined {
    const failure = requestFailure(cause);
    if (failure.kind === 'final') return failure.error;
    if (failure.kind === 'limited') {
      this.#limited = true;
      this.#limitedUntil = Math.max(this.#limitedUntil, now + failure.retryAfter);
      return undefined;
    }
    const { since = now, failures = 0 } = this.#outages.get(lane) ?? {};
    // Jitter, so that the clients of a server that comes back do not all come at once.
    const backoff = Math.min(FIRST_BACKOFF * 2 ** failures, LONGEST_BACKOFF) * (0.75 + Math.random() / 2);
    this.#outages.set(lane, { since, failures: failures + 1, retryAt: now + backoff });
    return now - since < patience ? undefined : new MatrixError('matrix-unreachable', { cause });
  }

  /** `probed`: it was sent under a limit; one that left before the limit says nothing about it. */
  succeeded(lane: string, probed: boolean): void {
    if (probed) this.#limited = false;
    this.#outages.delete(lane);
  }

  /** ms until a request of this lane may leave beside so many others; `Infinity`: when one of those is through. */
  pause(lane: string, others: number, now: number): number {
    if (this.#limitedUntil > now) return this.#limitedUntil - now;
    if (this.#limited && others > 0) return Infinity;
    return (this.#outages.get(lane)?.retryAt ?? 0) - now;
  }

  /** What is urgent, or the homeserver answering again, does not wait longer for an outage. */
  retry(lane: string): void {
    const outage = this.#outages.get(lane);
    if (outage) this.#outages.set(lane, { ...outage, retryAt: 0 });
  }

  /** Where nothing waits any more, what comes next is tried at once: it may be what must not wait. */
  forgetAllBut(lanes: ReadonlySet<string>): void {
    for (const lane of this.#outages.keys()) if (!lanes.has(lane)) this.#outages.delete(lane);
  }
}
