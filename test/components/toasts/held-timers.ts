export interface HeldTimers {
  /** ms of those that run, in the order in which they began. */
  readonly running: readonly number[];
  /** How many have ever begun. */
  readonly begun: number;
  /** The time of the first of them is over. */
  pass: () => void;
  release: () => void;
}

/** Timers of these lengths run when they are told to; others as ever. */
export function holdTimers(...lengths: readonly number[]): HeldTimers {
  const begin = window.setTimeout.bind(window);
  const end = window.clearTimeout.bind(window);
  const held = new Map<number, { readonly ms: number; readonly run: () => void }>();
  /** No timer of the browser has such a number. */
  const base = 1_000_000_000;
  let last = base;
  window.setTimeout = ((run: () => void, ms = 0) => {
    if (!lengths.includes(ms)) return begin(run, ms);
    held.set((last += 1), { ms, run });
    return last;
  }) as unknown as typeof setTimeout;
  window.clearTimeout = ((id?: number) => {
    if (!held.delete(id ?? 0)) end(id);
  }) as typeof clearTimeout;
  return {
    get running() {
      return [...held.values()].map(({ ms }) => ms);
    },
    get begun() {
      return last - base;
    },
    pass: () => {
      const [first] = held;
      if (first === undefined) throw new Error('No timer runs');
      held.delete(first[0]);
      first[1].run();
    },
    release: () => Object.assign(window, { setTimeout: begin, clearTimeout: end }),
  };
}
