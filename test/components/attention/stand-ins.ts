/** Puts something of the test's own in place of what the browser has; all of it is taken back by `restore`. */
export class StandIns {
  readonly #undo: (() => void)[] = [];

  put(owner: object, name: string, descriptor: PropertyDescriptor | undefined): void {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    this.#undo.push(() => {
      if (before === undefined) Reflect.deleteProperty(owner, name);
      else Object.defineProperty(owner, name, before);
    });
    if (descriptor === undefined) Reflect.deleteProperty(owner, name);
    else Object.defineProperty(owner, name, { configurable: true, ...descriptor });
  }

  /** Whether the person has clicked on the page: tests' pages never see a click. */
  clicked(hasBeenActive: boolean): void {
    this.put(navigator, 'userActivation', { value: { hasBeenActive, isActive: false } });
  }

  /** Every real AudioContext made from now on. */
  recordContexts(): readonly AudioContext[] {
    const made: AudioContext[] = [];
    const Real = AudioContext;
    class Recorded extends Real {
      constructor() {
        super();
        made.push(this);
      }
    }
    this.put(globalThis, 'AudioContext', { value: Recorded });
    return made;
  }

  /** Intervals that run when the test says so. */
  captureIntervals(): Intervals {
    const intervals = new Intervals();
    this.put(globalThis, 'setInterval', {
      value: (run: () => void, every: number) => intervals.add(run, every),
    });
    this.put(globalThis, 'clearInterval', {
      value: (id: number) => {
        intervals.running.delete(id);
      },
    });
    return intervals;
  }

  restore(): void {
    for (const undo of this.#undo.splice(0).reverse()) undo();
  }
}

class Intervals {
  readonly running = new Map<number, { readonly run: () => void; readonly every: number }>();
  // Apart from the browser's own.
  #next = 1_000_000;

  add(run: () => void, every: number): number {
    this.#next += 1;
    this.running.set(this.#next, { run, every });
    return this.#next;
  }

  pass(): void {
    for (const { run } of this.running.values()) run();
  }
}
