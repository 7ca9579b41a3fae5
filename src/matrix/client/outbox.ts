import type { Clock } from '../../foundation/clock.ts';
import { MatrixError } from '../matrix-error.ts';
import type { Setbacks } from './setbacks.ts';

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
  readonly signal: AbortSignal | undefined;
  readonly patience: number;
  readonly attempt: Attempt<void>;
  readonly reject: (error: MatrixError) => void;
  state: 'waiting' | 'running' | 'over';
  /** When it first failed without anybody there to say what that means. */
  blindSince?: number;
}

/** A homeserver that takes longer is tried again: the transaction id makes that safe. */
const ATTEMPT_TIMEOUT = 10_000;
const PATIENCE = 60_000;
const BLIND_RETRY = 1_000;

/**
 * Requests that wait for the homeserver: in order within a lane, urgent ones first. What a failure asks for is fetched
 * with the first one. As long as that does not come, as without any network, what fails is tried again each second.
 */
export class Outbox {
  readonly #clock: Clock;
  readonly #fetchSetbacks: () => Promise<{ readonly Setbacks: typeof Setbacks }>;
  #tasks: readonly Task[] = [];
  #setbacks: Setbacks | undefined;
  #blindUntil = 0;
  #controller = new AbortController();
  #cancelTimer: (() => void) | undefined;

  constructor(clock: Clock, fetchSetbacks = () => import('./setbacks.ts')) {
    this.#clock = clock;
    this.#fetchSetbacks = fetchSetbacks;
  }

  async send<Answer>(lane: string, attempt: Attempt<Answer>, options: OutboxOptions = {}): Promise<Answer> {
    const { urgent = false, signal, patience = PATIENCE } = options;
    const settled = new AbortController();
    try {
      return await new Promise<Answer>((resolve, reject) => {
        const abort = (): void => {
          reject(new MatrixError('aborted'));
          this.#pump();
        };
        const task: Task = {
          lane,
          urgent,
          signal,
          patience: urgent ? Infinity : patience,
          attempt: async (timeout) => resolve(await attempt(timeout)),
          reject,
          state: 'waiting',
        };
        this.#tasks = [...this.#tasks, task];
        if (urgent) this.#retry(lane);
        signal?.addEventListener('abort', abort, settled);
        if (signal?.aborted === true) abort();
        else this.#pump();
      });
    } finally {
      settled.abort();
    }
  }

  /** The homeserver answers again: what waits because of an outage need not wait longer. */
  wake(): void {
    for (const { lane } of this.#tasks) this.#retry(lane);
    this.#pump();
  }

  /** Rejects everything that waits or is under way. */
  stop(): void {
    const controller = this.#controller;
    const tasks = this.#tasks;
    this.#controller = new AbortController();
    this.#tasks = [];
    this.#setbacks = undefined;
    this.#pump();
    for (const task of tasks) task.reject(new MatrixError('stopped'));
    controller.abort();
  }

  #retry(lane: string): void {
    this.#blindUntil = 0;
    this.#setbacks?.retry(lane);
  }

  #pump(): void {
    this.#cancelTimer?.();
    this.#tasks = this.#tasks.filter(
      ({ state, signal }) => state === 'running' || (state === 'waiting' && signal?.aborted !== true),
    );
    this.#setbacks?.forgetAllBut(lanesOf(this.#tasks));
    const busy = lanesOf(this.#tasks.filter(({ state }) => state === 'running'));
    const now = this.#clock.now();
    let running = busy.size;
    let wait = Infinity;
    for (const task of this.#tasks.toSorted((a, b) => Number(b.urgent) - Number(a.urgent))) {
      if (busy.has(task.lane)) continue;
      busy.add(task.lane);
      const pause = this.#setbacks?.pause(task.lane, running, now) ?? this.#blindUntil - now;
      if (pause > 0) {
        wait = Math.min(wait, pause);
      } else {
        running += 1;
        void this.#run(task);
      }
    }
    if (wait < Infinity) this.#cancelTimer = this.#clock.after(wait, () => this.#pump());
  }

  async #run(task: Task): Promise<void> {
    task.state = 'running';
    const probes = this.#setbacks?.limited === true;
    const stopped = this.#controller.signal;
    const timeout = new AbortController();
    const cancelTimeout = this.#clock.after(ATTEMPT_TIMEOUT, () => timeout.abort());
    const signal = AbortSignal.any([stopped, timeout.signal]);
    try {
      // Encryption does not listen to the signal, and asks the homeserver for keys with a patience of its own.
      await Promise.race([task.attempt(signal), untilAborted(signal)]).finally(cancelTimeout);
      this.#setbacks?.succeeded(task.lane, probes);
      task.state = 'over';
    } catch (cause) {
      const error = await this.#errorOf(task, cause, stopped);
      task.state = error ? 'over' : 'waiting';
      if (error) task.reject(error);
    }
    if (!stopped.aborted) this.#pump();
  }

  /** `undefined`: it is tried again. */
  async #errorOf(task: Task, cause: unknown, stopped: AbortSignal): Promise<MatrixError | undefined> {
    const now = this.#clock.now();
    try {
      const { Setbacks } = await this.#fetchSetbacks();
      if (stopped.aborted) return undefined;
      this.#setbacks ??= new Setbacks();
      return this.#setbacks.errorOf(task, cause, now);
    } catch {
      this.#blindUntil = now + BLIND_RETRY;
      task.blindSince ??= now;
      if (now - task.blindSince < task.patience) return undefined;
      return new MatrixError('matrix-unreachable', { cause });
    }
  }
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

function lanesOf(tasks: readonly Task[]): Set<string> {
  return new Set(tasks.map(({ lane }) => lane));
}
