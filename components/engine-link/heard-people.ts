import * as v from 'valibot';
import { keep, kept } from './kept.ts';

/** How one hears somebody: a choice of this person, on this device. */
export interface Hearing {
  /** 0 to 1 */
  readonly volume: number;
  readonly muted: boolean;
}

const NAME = 'heard people';
const USUAL: Hearing = { volume: 1, muted: false };
/** Those that were chosen last. */
const MOST = 200;
const SCHEMA = v.pipe(
  v.array(
    v.tuple([
      v.string(),
      v.object({ volume: v.pipe(v.number(), v.minValue(0), v.maxValue(1)), muted: v.boolean() }),
    ]),
  ),
  v.maxLength(MOST),
);

/** Volumes by user id, kept on this device. */
export class HeardPeople {
  readonly #hearings = new Map(kept(NAME, SCHEMA));

  of(userId: string): Hearing {
    return this.#hearings.get(userId) ?? USUAL;
  }

  set(userId: string, changes: Partial<Hearing>): void {
    const hearing = { ...this.of(userId), ...changes };
    this.#hearings.delete(userId);
    if (hearing.muted || hearing.volume !== 1) this.#hearings.set(userId, hearing);
    keep(NAME, [...this.#hearings].slice(-MOST));
  }
}
