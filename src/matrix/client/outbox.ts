import type { Clock } from '../../foundation/clock.ts';
import { MatrixError } from '../matrix-error.ts';
import type { MatrixErrorCode } from '../matrix-error.ts';
import { requestFailure } from './request-failure.ts';

/** One try at a request; the signal aborts when it takes too long or the outbox stops. */
export type Attempt<Answer> = (signal: AbortSignal) => Promise<Answer>;

export interface OutboxOptions {
  readonly urgent?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  /** ms of outage after which it gives up; urgent tasks never do. */
  readonly patience?: number;
}

interface Task {
  readonly lane: string;
  readonly urgent: boolean;
  readonly patience: number;
  readonly signal: AbortSignal | undefined;
  readonly attempt: Attempt<void>;
  readonly reject: (error: MatrixError) => void;
  running: boolean;
}

interface Outage {
  readonly since: number;
  readonly failures: number;
  readonly retryAt: number;
}

/** A homeserver that takes longer is tried again: the transaction id makes that safe. */
const ATTEMPT_TIMEOUT = 10_000;
const PATIENCE = 60_000;
const FIRST_BACKOFF = 500;
const LONGEST_BACKOFF = 8_000;

/**
 * Requests that wait for the homeserver: in order within a lane, urgent ones first. A lane that meets an outage backs
 * off by itself; a rate limit holds all lanes, and when it ends one request goes ahead alone, an urgent one if there is any.
 */
export class Outbox {
  readonly #clock: Clock;
  readonly #tasks: Task[] = [];
  readonly #outages = new Map<string, Outage>();
  #limitedUntil = 0;
  #limited = false;
  #controller = new AbortController();
  #cancelTimer: (() => void) | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  send<Answer>(lane: string, attempt: Attempt<Answer>, options: OutboxOptions = {}): Promise<Answer> {
    const { urgent = false, signal, patience = PATIENCE } = options;
    return new Promise<Answer>((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(new MatrixError('aborted'));
        return;
      }
      const abort = (): void => {
        if (!task.running) this.#remove(task);
        reject(new MatrixError('aborted'));
        this.#pump();
      };
      const settle = (): void => {
        signal?.removeEventListener('abort', abort);
      };
      const task: Task = {
        lane,
        urgent,
        signal,
        patience: urgent ? Infinity : patience,
        running: false,
        attempt: async (timeout) => {
          resolve(await attempt(timeout));
          settle();
        },
        reject: (error) => {
          settle();
          reject(error);
        },
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#insert(task);
      this.#pump();
    });
  }

  /** The homeserver answers again: what waits because of an outage need not wait longer. */
  wake(): void {
    for (const [lane, outage] of this.#outages) this.#outages.set(lane, { ...outage, retryAt: 0 });
    this.#pump();
  }

  /** Rejects everything that waits or is under way. */
  stop(code: MatrixErrorCode): void {
    const controller = this.#controller;
    this.#controller = new AbortController();
    this.#cancelTimer?.();
    this.#outages.clear();
    for (const task of this.#tasks.splice(0)) task.reject(new MatrixError(code));
    controller.abort();
  }

  #insert(task: Task): void {
    const firstCalm = this.#tasks.findIndex((other) => !other.urgent);
    if (!task.urgent || firstCalm < 0) this.#tasks.push(task);
    else this.#tasks.splice(firstCalm, 0, task);
    const outage = this.#outages.get(task.lane);
    if (task.urgent && outage) this.#outages.set(task.lane, { ...outage, retryAt: 0 });
  }

  #pump(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
    const now = this.#clock.now();
    const wait = this.#limitedUntil > now ? this.#limitedUntil - now : this.#startWhatMay(now);
    if (wait === undefined || this.#tasks.every((task) => task.running)) return;
    this.#cancelTimer = this.#clock.after(wait, () => this.#pump());
  }

  /** Answers the ms until a lane's pause ends, `undefined` when no lane pauses. */
  #startWhatMay(now: number): number | undefined {
    const lanes = new Set(this.#tasks.filter((task) => task.running).map((task) => task.lane));
    let running = lanes.size;
    let wait: number | undefined;
    for (const task of [...this.#tasks]) {
      if (lanes.has(task.lane)) continue;
      if (this.#limited && running > 0) break;
      lanes.add(task.lane);
      const pause = (this.#outages.get(task.lane)?.retryAt ?? 0) - now;
      if (pause > 0) {
        wait = Math.min(wait ?? pause, pause);
      } else {
        running += 1;
        void this.#run(task);
      }
    }
    return wait;
  }

  async #run(task: Task): Promise<void> {
    task.running = true;
    // A request that left before the limit says nothing about it.
    const probes = this.#limited;
    const stopped = this.#controller.signal;
    const timeout = new AbortController();
    const cancelTimeout = this.#clock.after(ATTEMPT_TIMEOUT, () => timeout.abort());
    try {
      const signal = AbortSignal.any([stopped, timeout.signal]);
      // Encryption does not listen to the signal, and asks the homeserver for keys with a patience of its own.
      await Promise.race([task.attempt(signal), untilAborted(signal)]);
      if (probes) this.#limited = false;
      this.#outages.delete(task.lane);
      this.#remove(task);
    } catch (error) {
      if (stopped.aborted) return;
      this.#fail(task, error);
    } finally {
      cancelTimeout();
      task.running = false;
    }
    this.#pump();
  }

  #fail(task: Task, cause: unknown): void {
    const failure = requestFailure(cause);
    const now = this.#clock.now();
    if (task.signal?.aborted === true) this.#remove(task);
    if (failure.kind === 'limited') {
      this.#limited = true;
      this.#limitedUntil = Math.max(this.#limitedUntil, now + failure.retryAfter);
      return;
    }
    if (failure.kind === 'final') {
      this.#remove(task);
      task.reject(failure.error);
      return;
    }
    const { since = now, failures = 0 } = this.#outages.get(task.lane) ?? {};
    // Jitter, so that the clients of a server that comes back do not all come at once.
    const backoff = Math.min(FIRST_BACKOFF * 2 ** failures, LONGEST_BACKOFF) * (0.75 + Math.random() / 2);
    this.#outages.set(task.lane, { since, failures: failures + 1, retryAt: now + backoff });
    if (now - since < task.patience) return;
    this.#remove(task);
    task.reject(new MatrixError('matrix-unreachable', { cause }));
  }

  #remove(task: Task): void {
    const index = this.#tasks.indexOf(task);
    if (index >= 0) this.#tasks.splice(index, 1);
    // The next task of a lane in an outage is tried at once: it may be one that must not wait.
    if (!this.#tasks.some(({ lane }) => lane === task.lane)) this.#outages.delete(task.lane);
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}
