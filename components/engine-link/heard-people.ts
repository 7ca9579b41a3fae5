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
  #hearings = kept(NAME, SCHEMA) ?? {};

  of(userId: string): Hearing {
    return this.#hearings[userId] ?? USUAL;
  }

  set(userId: string, changes: Partial<Hearing>): void {
    // What another page kept meanwhile stays kept.
    const { [userId]: before = USUAL, ...hearings } = kept(NAME, SCHEMA) ?? this.#hearings;
    const hearing = { ...before, ...changes };
    if (hearing.muted || hearing.volume !== 1) hearings[userId] = hearing;
    this.#hearings = Object.fromEntries(Object.entries(hearings).slice(-MOST));
    keep(NAME, this.#hearings);
  }
}
