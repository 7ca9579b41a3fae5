import { en } from './en.ts';
import type { Words } from './en.ts';
import { groupFirst } from './group-language.ts';
import type { GroupFirstWords } from './group-language.ts';
import { groupWords } from './group-words.en.ts';
import type { GroupWords } from './group-words.en.ts';

const english: Words & GroupWords = { ...en, ...groupWords };

/** All words of a group call in a language. English comes in two, every other language whole. */
export function wholeGroupWords(words: GroupFirstWords): Words & GroupWords {
  return words === groupFirst ? english : (words as Words & GroupWords);
}
