/** ms in which those who come or go are told of together: many come, or lose their connection, at once. */
const GATHER = 900;

interface Move {
  readonly name: string;
  readonly came: boolean;
}

/** Who comes and goes, told of together a moment later; who only flaps comes and goes not at all. */
export class GatheredMoves {
  readonly #onTime: () => void;
  readonly #moves = new Map<string, Move>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** `onTime`: it is time to take them. */
  constructor(onTime: () => void) {
    this.#onTime = onTime;
  }

  get waiting(): boolean {
    return this.#moves.size > 0;
  }

  has(id: string): boolean {
    return this.#moves.has(id);
  }

  names(came: boolean): readonly string[] {
    return [...this.#moves.values()].flatMap((move) => (move.came === came ? move.name : []));
  }

  add(id: string, move: Move): void {
    // Back where they were.
    if (this.has(id)) this.#moves.delete(id);
    else this.#moves.set(id, move);
    this.#timer ??= setTimeout(this.#onTime, GATHER);
  }

  /** The next are others. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#moves.clear();
  }
}
