import type { ShownGroupCall } from '../../engine-link/shown-group-call.ts';

/** ms */
const EVERY = 200;
/** A level under this is breath, keys and chairs. */
const AUDIBLE = 0.02;
/** ms that somebody counts as speaking after they were heard: between words the ring stays. */
const HOLD = 1000;

/** Who is heard at the moment. */
export class SpeakingPeople {
  readonly #onChange: () => void;
  #call: ShownGroupCall | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #heardAt = new Map<string, number>();
  #ids: ReadonlySet<string> = new Set();

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get ids(): ReadonlySet<string> {
    return this.#ids;
  }

  follow(call: ShownGroupCall | null): void {
    const inCall = call?.state === 'entered' ? call : null;
    if (inCall === this.#call) return;
    this.#call = inCall;
    clearInterval(this.#timer);
    this.#heardAt = new Map();
    this.#ids = new Set();
    if (inCall !== null) this.#timer = setInterval(() => this.#listen(inCall), EVERY);
  }

  #listen(call: ShownGroupCall): void {
    const now = performance.now();
    for (const [id, level] of call.levels()) if (level > AUDIBLE) this.#heardAt.set(id, now);
    for (const [id, at] of this.#heardAt) if (now - at > HOLD) this.#heardAt.delete(id);
    const ids = new Set(this.#heardAt.keys());
    if (ids.size === this.#ids.size && [...ids].every((id) => this.#ids.has(id))) return;
    this.#ids = ids;
    this.#onChange();
  }
}
