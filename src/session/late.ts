import type { Clock } from '../foundation/clock.ts';
import { untilLoaded } from '../foundation/until-loaded.ts';
import { groupLate } from './group-late.ts';
import type * as Parts from './group-late-parts.ts';

type Action<Part> = (part: Part) => unknown;

/** A part that is fetched when it is first asked for something. What it hears until it is there waits, in its order. */
export class Late<Part> {
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #make: (parts: typeof Parts) => Part;
  #part: Part | null = null;
  #waiting: Action<Part>[] | null = null;

  /** Where it does not come, it is asked for again until `signal` aborts. */
  constructor(clock: Clock, signal: AbortSignal, make: (parts: typeof Parts) => Part) {
    this.#clock = clock;
    this.#signal = signal;
    this.#make = make;
  }

  get part(): Part | null {
    return this.#part;
  }

  /** Nothing is fetched yet. */
  get isIdle(): boolean {
    return this.#waiting === null;
  }

  /** Something that means nothing to a part that was never asked. */
  tell(action: Action<Part>): void {
    if (this.#part === null) this.#waiting?.push(action);
    else action(this.#part);
  }

  ask(action: Action<Part>): void {
    if (this.#waiting === null) this.#fetch();
    this.tell(action);
  }

  /** `ask`, with its answer. */
  answer<Answer>(action: (part: Part) => Promise<Answer>): Promise<Answer> {
    return new Promise((resolve) => this.ask((part) => resolve(action(part))));
  }

  #fetch(): void {
    const waiting: Action<Part>[] = (this.#waiting = []);
    const [clock, signal] = [this.#clock, this.#signal];
    void untilLoaded(groupLate, (ms, task) => clock.after(ms, () => signal.aborted || task())).then(
      (parts) => {
        const part = (this.#part = this.#make(parts));
        for (const action of waiting) action(part);
      },
    );
  }
}
