import type { Clock } from '../../foundation/clock.ts';
import { MatrixError } from '../matrix-error.ts';
import { RateLimited } from './server-link.ts';

/** An outage that lasts longer than this ends what waits for its end, unless it is urgent. */
const PATIENCE = 60_000;

interface Entry {
  /** Entries of one lane go one after the other. */
  readonly lane: string;
  readonly urgent: boolean;
  readonly run: () => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  /** Forgets signal and timer. */
  readonly settled: AbortController;
  waitsForLink: boolean;
}

export interface QueueOptions {
  readonly urgent?: boolean;
  readonly signal?: AbortSignal;
}

/** What the device has to say, in order and until it is said: urgent entries first, the others behind them. */
export class SendQueue {
  readonly #clock: Clock;
  #waiting: Entry[] = [];
  readonly #underWay = new Set<Entry>();
  #connected = true;
  #cancelLimit: (() => void) | null = null;
  #ended: MatrixError | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Does `run`, again when the homeserver was not there or asked to wait. */
  add<Value>(lane: string, run: () => Promise<Value>, options: QueueOptions = {}): Promise<Value> {
    const { urgent = false, signal } = options;
    if (this.#ended) return Promise.reject(this.#ended);
    if (signal?.aborted === true) return Promise.reject(new MatrixError('aborted'));
    return new Promise<Value>((resolve, reject) => {
      const settled = new AbortController();
      const entry: Entry = {
        lane,
        urgent,
        run,
        resolve: resolve as (value: unknown) => void,
        reject,
        settled,
        waitsForLink: false,
      };
      signal?.addEventListener(
        'abort',
        () => {
          this.#drop(entry, new MatrixError('aborted'));
        },
        { signal: settled.signal },
      );
      this.#waiting.push(entry);
      if (!this.#connected) this.#waitForLink(entry);
      this.#pump();
    });
  }

  setConnected(connected: boolean): void {
    this.#connected = connected;
    this.#pump();
  }

  /** Nothing goes out any more, and what waits is rejected. */
  end(error: MatrixError): void {
    if (this.#ended) return;
    this.#ended = error;
    this.#cancelLimit?.();
    for (const entry of [...this.#waiting, ...this.#underWay]) this.#drop(entry, error);
  }

  #pump(): void {
    while (this.#connected && this.#cancelLimit === null && !this.#ended) {
      const entry = this.#next();
      if (entry === undefined) return;
      this.#waiting.splice(this.#waiting.indexOf(entry), 1);
      this.#underWay.add(entry);
      void this.#send(entry);
    }
  }

  #next(): Entry | undefined {
    const underWay = [...this.#underWay];
    const busy = (entry: Entry): boolean =>
      underWay.some(({ lane, urgent }) => lane === entry.lane && urgent === entry.urgent);
    const urgent = this.#waiting.find((entry) => entry.urgent && !busy(entry));
    if (urgent !== undefined) return urgent;
    const all = [...this.#waiting, ...underWay];
    return all.some((entry) => entry.urgent) ? undefined : this.#waiting.find((entry) => !busy(entry));
  }

  async #send(entry: Entry): Promise<void> {
    try {
      const value = await entry.run();
      this.#settle(entry, () => {
        entry.resolve(value);
      });
    } catch (error) {
      if (this.#underWay.has(entry)) this.#failed(entry, error);
    }
    this.#pump();
  }

  #failed(entry: Entry, error: unknown): void {
    const unreachable = error instanceof MatrixError && error.code === 'matrix-unreachable';
    if (!unreachable && !(error instanceof RateLimited)) {
      this.#drop(entry, error);
      return;
    }
    this.#underWay.delete(entry);
    this.#waiting.unshift(entry);
    if (unreachable) this.#waitForLink(entry);
    else this.#limit(error as RateLimited);
  }

  #limit({ retryAfter }: RateLimited): void {
    this.#cancelLimit?.();
    this.#cancelLimit = this.#clock.after(retryAfter, () => {
      this.#cancelLimit = null;
      this.#pump();
    });
  }

  #waitForLink(entry: Entry): void {
    if (entry.urgent || entry.waitsForLink) return;
    entry.waitsForLink = true;
    const cancel = this.#clock.after(PATIENCE, () => {
      this.#drop(entry, new MatrixError('matrix-unreachable'));
    });
    entry.settled.signal.addEventListener('abort', cancel);
  }

  #drop(entry: Entry, error: unknown): void {
    this.#settle(entry, () => {
      entry.reject(error);
    });
    this.#pump();
  }

  #settle(entry: Entry, settle: () => void): void {
    this.#waiting = this.#waiting.filter((other) => other !== entry);
    this.#underWay.delete(entry);
    entry.settled.abort();
    settle();
  }
}
