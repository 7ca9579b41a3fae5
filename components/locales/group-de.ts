import { de } from './de.ts';
import { groupWordsDe } from './group-words.de.ts';

/** Whole: of every call and of group calls. */
export const groupDe = { ...de, ...groupWordsDe };
