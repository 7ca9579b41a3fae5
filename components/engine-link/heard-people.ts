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

/** The same for all elements of a page: one of them is heard. */
let hearings = new Map<string, Hearing>();

/** What another page kept meanwhile stays kept. */
function read(): void {
  const found = kept(NAME, SCHEMA);
  if (found !== null) hearings = new Map(Object.entries(found));
}

/** Volumes by user id, kept on this device. */
export class HeardPeople {
  constructor() {
    read();
  }

  of(userId: string): Hearing {
    return hearings.get(userId) ?? USUAL;
  }

  set(userId: string, changes: Partial<Hearing>): void {
    read();
    const hearing = { ...this.of(userId), ...changes };
    hearings.delete(userId);
    if (hearing.muted || hearing.volume !== 1) hearings.set(userId, hearing);
    keep(NAME, Object.fromEntries([...hearings].slice(-MOST)));
  }
}
