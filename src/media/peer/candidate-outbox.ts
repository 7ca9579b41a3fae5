import type { Clock } from '../../foundation/clock.ts';
import type { IceCandidate } from '../peer-port.ts';

const END: IceCandidate = { candidate: '' };

/** ms from a candidate to the batch that carries it: soon, and then fewer and fuller messages. */
const WINDOWS = [5, 50, 100] as const;
/** The same for an end marker that comes alone: the homeserver has descriptions to bring across first. */
const END_WINDOW = 1_000;

interface OutboxOptions {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly send: (batch: readonly IceCandidate[]) => void;
}

/** Our candidates on their way out: inside the description where they are early enough, else in batches. */
export class CandidateOutbox {
  readonly #options: OutboxOptions;
  #ufrag = '';
  #gathered: IceCandidate[] = [];
  #unsent: IceCandidate[] = [];
  #batches = 0;
  /** Nothing goes out before the first description. */
  #open = false;
  #cancelBatch: (() => void) | null = null;
  #firstCame: (() => void) | null = null;

  constructor(options: OutboxOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => this.#cancelBatch?.(), { once: true });
  }

  /** All of the current generation, its end marker included. */
  get gathered(): readonly IceCandidate[] {
    return this.#gathered;
  }

  /** The local description speaks of this generation from now on. */
  startGeneration(ufrag: string): void {
    if (ufrag === this.#ufrag) return;
    this.#ufrag = ufrag;
    this.#gathered = [];
    this.#unsent = [];
    this.#batches = 0;
    this.#stopBatch();
  }

  /** `null`: this generation has no more. */
  add(candidate: IceCandidate | null): void {
    if (candidate === null && this.#gathered.at(-1) === END) return;
    const next = candidate ?? END;
    this.#gathered.push(next);
    this.#unsent.push(next);
    this.#firstCame?.();
    if (!this.#open) return;
    if (candidate === null && this.#unsent.length > 1) this.#flush();
    else this.#schedule();
  }

  /** Resolves when a candidate is there, or after `ms`. */
  first(ms: number): Promise<void> {
    if (this.#gathered.length > 0) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = this.#options.clock.after(ms, done);
      this.#options.signal.addEventListener('abort', cancel, { once: true });
      function done(): void {
        cancel();
        resolve();
      }
      this.#firstCame = done;
    });
  }

  /** A description with everything gathered so far goes to the other side. */
  handedOut(): void {
    this.#open = true;
    // What the description carries was the first batch, and what follows is in less of a hurry.
    if (this.#gathered.length > 0) this.#batches ||= 1;
    this.#unsent = this.#unsent.filter((candidate) => candidate === END);
    if (this.#unsent.length > 0) this.#schedule();
  }

  #schedule(): void {
    const window = this.#unsent[0] === END ? END_WINDOW : (WINDOWS[this.#batches] ?? WINDOWS.at(-1) ?? 0);
    this.#cancelBatch ??= this.#options.clock.after(window, () => {
      this.#flush();
    });
  }

  #stopBatch(): void {
    this.#cancelBatch?.();
    this.#cancelBatch = null;
  }

  #flush(): void {
    this.#stopBatch();
    if (this.#unsent.length === 0) return;
    const batch = this.#unsent;
    this.#unsent = [];
    this.#batches += 1;
    this.#options.send(batch);
  }
}
