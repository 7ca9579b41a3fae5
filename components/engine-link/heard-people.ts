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

/** `null`: nothing is kept, or nothing can be. */
function keptHearings(): Map<string, Hearing> | null {
  const hearings = kept(NAME, SCHEMA);
  return hearings && new Map(Object.entries(hearings));
}

/** Volumes by user id, kept on this device. */
export class HeardPeople {
  #hearings = keptHearings() ?? new Map<string, Hearing>();

  of(userId: string): Hearing {
    return this.#hearings.get(userId) ?? USUAL;
  }

  set(userId: string, changes: Partial<Hearing>): void {
    // What another page kept meanwhile stays kept.
    this.#hearings = keptHearings() ?? this.#hearings;
    const hearing = { ...this.of(userId), ...changes };
    this.#hearings.delete(userId);
    if (hearing.muted || hearing.volume !== 1) this.#hearings.set(userId, hearing);
    keep(NAME, Object.fromEntries([...this.#hearings].slice(-MOST)));
  }
}
