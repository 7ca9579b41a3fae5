import { en } from './en.ts';
import type { Words } from './en.ts';
import { firstWords } from './first-words.ts';
import type { FirstWords } from './first-words.ts';

/** All words of a language. English comes in two, every other language whole. */
export function wholeWords(words: FirstWords): Words {
  return words === firstWords ? en : (words as Words);
}
