export type Unsubscribe = () => void;

export interface ListenOptions {
  /** The listener goes when this signal aborts. */
  readonly signal?: AbortSignal;
}

/** What a reader of events sees: `Events` maps each event's name to its payload. */
export interface EventSource<Events> {
  /** Calls `listener` on each event until the returned function is called or `options.signal` aborts. */
  on<Name extends keyof Events>(
    name: Name,
    listener: (payload: Events[Name]) => void,
    options?: ListenOptions,
  ): Unsubscribe;
}

/** Typed events. A listener that throws stops neither the other listeners nor the emitter. */
export class Emitter<Events> implements EventSource<Events> {
  readonly #listeners = new Map<keyof Events, Set<(payload: never) => void>>();

  on<Name extends keyof Events>(
    name: Name,
    listener: (payload: Events[Name]) => void,
    options: ListenOptions = {},
  ): Unsubscribe {
    const { signal } = options;
    if (signal?.aborted === true) return () => undefined;
    const own = (payload: Events[Name]): void => {
      listener(payload);
    };
    const set = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, set);
    set.add(own);
    const remove = (): void => {
      set.delete(own);
      signal?.removeEventListener('abort', remove);
    };
    signal?.addEventListener('abort', remove, { once: true });
    return remove;
  }

  emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) {
      try {
        (listener as (value: Events[Name]) => void)(payload);
      } catch (error) {
        reportError(error);
      }
    }
  }

  /** How many listeners there are: what a test of leaks asks. */
  get size(): number {
    let size = 0;
    for (const set of this.#listeners.values()) size += set.size;
    return size;
  }
}

/** The page hears of a listener's error as it hears of any uncaught error. */
function reportError(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
