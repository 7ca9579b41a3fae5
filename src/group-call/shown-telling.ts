import type { ShownSizes } from '../signalling/shown-sizes.ts';
import { LARGEST, shownClass } from './shown-class.ts';

/** ms for which a picture was shown smaller, or not at all, before it is sent so: it may be back at once. */
export const SMALLER_AFTER = 3_000;
export const HIDDEN_AFTER = 10_000;
/** ms after which what did not leave is said again. */
export const AGAIN_AFTER = 10_000;
/** What becomes due within so many ms is said to everybody in one request. */
const TOGETHER = 1_000;

const PICTURES = ['camera', 'screen'] as const;
/** What is sent to whoever says nothing. */
const ALL: ShownSizes = { camera: LARGEST, screen: LARGEST };

/** When one peer is told of how large we show what it sends: at once when it is larger, later when less would do. */
export class ShownTelling {
  #told = ALL;
  #wanted = ALL;
  /** When what is wanted changed last. */
  readonly #since = { camera: 0, screen: 0 };
  #failedAt: number | null = null;

  /** The next instant at which there is something to say; `null`: none. */
  get dueAt(): number | null {
    const instants = PICTURES.flatMap((picture) => this.#dueAt(picture) ?? []);
    if (this.#failedAt !== null) instants.push(this.#failedAt + AGAIN_AFTER);
    return instants.length === 0 ? null : Math.min(...instants);
  }

  /** `null`: it is not known, and everything is wanted. */
  want(sizes: ShownSizes | null, now: number): void {
    for (const picture of PICTURES) {
      const size = sizes === null ? LARGEST : shownClass(sizes[picture]);
      if (size === this.#wanted[picture]) continue;
      this.#wanted = { ...this.#wanted, [picture]: size };
      this.#since[picture] = now;
    }
  }

  /** What is to be said now; `null`: nothing. It counts as said. */
  say(now: number): ShownSizes | null {
    if (this.dueAt === null || this.dueAt > now) return null;
    const sizeOf = (picture: keyof ShownSizes): number => {
      const dueAt = this.#dueAt(picture);
      return dueAt !== null && dueAt <= now ? this.#wanted[picture] : this.#told[picture];
    };
    this.#failedAt = null;
    this.#told = { camera: sizeOf('camera'), screen: sizeOf('screen') };
    return this.#told;
  }

  /** What was said did not leave. */
  failed(now: number): void {
    this.#failedAt = now;
  }

  #dueAt(picture: keyof ShownSizes): number | null {
    const [told, wanted, since] = [this.#told[picture], this.#wanted[picture], this.#since[picture]];
    if (wanted === told) return null;
    if (wanted > told) return since;
    return Math.ceil((since + (wanted === 0 ? HIDDEN_AFTER : SMALLER_AFTER)) / TOGETHER) * TOGETHER;
  }
}
