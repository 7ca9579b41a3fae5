import { en } from './en.ts';
import type { Words } from './en.ts';
import { firstWords } from './first-words.ts';
import type { FirstWords } from './first-words.ts';
import { groupWords } from './group-words.en.ts';
import type { GroupWords } from './group-words.en.ts';
import { LanguagePack } from './language-pack.ts';

/** Languages of group calls beside English. */
export const groupLanguages: Readonly<Record<string, LanguagePack>> = {
  de: new LanguagePack(async () => (await import('./group-de.ts')).groupDe),
};

const english: Words & GroupWords = { ...en, ...groupWords };

/** All words of a group call: English ones are there from the start. */
export function wholeGroupWords(words: FirstWords): Words & GroupWords {
  return words === firstWords ? english : (words as Words & GroupWords);
}
