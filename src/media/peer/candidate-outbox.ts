import type { Clock } from '../../foundation/clock.ts';
import type { IceCandidate } from '../peer-port.ts';

/** The end marker: a generation has no more. */
export const END: IceCandidate = { candidate: '' };

/** ms from a candidate to the batch that carries it: soon, and then fewer and fuller messages. */
const WINDOWS = [5, 50];
const LAST_WINDOW = 100;
/** The same for an end marker that comes alone: the homeserver has descriptions to bring across first. */
const END_WINDOW = 1_000;

/** Our candidates on their way out: inside the description where they are early enough, else in batches. */
export class CandidateOutbox {
  readonly #after: Clock['after'];
  readonly #send: (batch: readonly IceCandidate[]) => void;
  #ufrag = '';
  #gathered: IceCandidate[] = [];
  #unsent: IceCandidate[] = [];
  #batches = 0;
  /** Nothing goes out before the first description. */
  #isOpen = false;
  #cancelBatch: (() => void) | undefined;
  #firstCame: (() => void) | undefined;

  constructor(after: Clock['after'], send: (batch: readonly IceCandidate[]) => void) {
    this.#after = after;
    this.#send = send;
  }

  /** All of the current generation, its end marker included. */
  get gathered(): readonly IceCandidate[] {
    return this.#gathered;
  }

  /** The first of another generation takes the place of all before it. */
  add(ufrag: string, candidate: IceCandidate): void {
    if (ufrag !== this.#ufrag) {
      this.#ufrag = ufrag;
      this.#gathered = [];
      this.#take();
      this.#batches = 0;
    }
    if (this.#gathered.at(-1) === END) return;
    this.#gathered.push(candidate);
    this.#unsent.push(candidate);
    this.#firstCame?.();
    if (!this.#isOpen) return;
    if (candidate === END && this.#unsent.length > 1) this.#flush();
    else this.#schedule();
  }

  /** Resolves when a candidate is there, or after `ms`. */
  first(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const cancel = this.#after(ms, resolve);
      this.#firstCame = () => {
        cancel();
        resolve();
      };
      if (this.#gathered.length > 0) this.#firstCame();
    });
  }

  /** A description with everything gathered so far goes to the other side. */
  handedOut(): void {
    this.#isOpen = true;
    // What the description carries was the first batch, and what follows is in less of a hurry.
    if (this.#gathered.length > 0) this.#batches ||= 1;
    this.#unsent = this.#unsent.filter((candidate) => candidate === END);
    if (this.#unsent.length > 0) this.#schedule();
  }

  #schedule(): void {
    const window = this.#unsent[0] === END ? END_WINDOW : (WINDOWS[this.#batches] ?? LAST_WINDOW);
    this.#cancelBatch ??= this.#after(window, () => this.#flush());
  }

  #flush(): void {
    const batch = this.#take();
    this.#batches += 1;
    if (batch.length > 0) this.#send(batch);
  }

  #take(): readonly IceCandidate[] {
    this.#cancelBatch?.();
    this.#cancelBatch = undefined;
    return this.#unsent.splice(0);
  }
}
