import { deviceWords } from './device-words.ts';
import { firstGroupWords } from './first-group-words.ts';
import { firstWords } from './first-words.ts';
import type { FirstWords } from './first-words.ts';
import { LanguagePack } from './language-pack.ts';

/** Languages of group calls beside English. */
export const groupLanguages: Readonly<Record<string, LanguagePack>> = {
  de: new LanguagePack(async () => (await import('./group-de.ts')).groupDe),
};

/** What is said until a group call is connected, in English. */
export const groupFirst = { ...firstWords, ...deviceWords, ...firstGroupWords };

export type GroupFirstWords = typeof groupFirst;

/** The words of a group call: English ones are the first ones only, see `wholeGroupWords`. */
export function groupWordsOf(words: FirstWords): GroupFirstWords {
  return words === firstWords ? groupFirst : (words as GroupFirstWords);
}
