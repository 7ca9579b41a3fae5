import type { ShownReaction } from '../../../src/index.ts';

/** ms: as long as it rises. */
const SHOWN_FOR = 4000;

/** What people show for a moment: the newest of each. */
export class ShownReactions {
  readonly #onChange: () => void;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #keys = new Map<string, string>();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** By participant id. */
  get keys(): ReadonlyMap<string, string> {
    return this.#keys;
  }

  show({ participantId, key }: ShownReaction): void {
    clearTimeout(this.#timers.get(participantId));
    this.#keys.set(participantId, key);
    const timer = setTimeout(() => {
      this.#keys.delete(participantId);
      this.#onChange();
    }, SHOWN_FOR);
    this.#timers.set(participantId, timer);
    this.#onChange();
  }

  clear(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#keys.clear();
  }
}
