import * as v from 'valibot';
import { flag, keep, kept, text } from './kept.ts';

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
const VOLUME = v.custom<number>((value) => typeof value === 'number' && value >= 0 && value <= 1);
const SCHEMA = v.record(text, v.object({ volume: VOLUME, muted: flag }));

/** Volumes by user id, kept on this device. */
export class HeardPeople {
  readonly #hearings = new Map(Object.entries(kept(NAME, SCHEMA) ?? {}));

  of(userId: string): Hearing {
    return this.#hearings.get(userId) ?? USUAL;
  }

  set(userId: string, changes: Partial<Hearing>): void {
    const hearing = { ...this.of(userId), ...changes };
    this.#hearings.delete(userId);
    if (hearing.muted || hearing.volume !== 1) this.#hearings.set(userId, hearing);
    keep(NAME, Object.fromEntries([...this.#hearings].slice(-MOST)));
  }
}
