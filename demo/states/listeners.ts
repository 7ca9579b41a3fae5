import type { ListenOptions, Unsubscribe } from 'famedly-calls';

/** Who listens to something scripted. */
export class Listeners<Events> {
  readonly #all = new Set<{ readonly name: keyof Events; readonly hear: (payload: never) => void }>();

  on<Name extends keyof Events>(
    name: Name,
    hear: (payload: Events[Name]) => void,
    { signal }: ListenOptions = {},
  ): Unsubscribe {
    const entry = { name, hear };
    this.#all.add(entry);
    const off = (): void => void this.#all.delete(entry);
    signal?.addEventListener('abort', off);
    return off;
  }

  tell<Name extends keyof Events>(name: Name, payload: Events[Name]): void {
    for (const entry of [...this.#all]) {
      if (entry.name === name) (entry.hear as (payload: Events[Name]) => void)(payload);
    }
  }
}
