import { expect } from '@open-wc/testing';
import { de } from '../../../components/locales/de.ts';
import { en } from '../../../components/locales/en.ts';
import type { Words } from '../../../components/locales/en.ts';

const keys = Object.keys(en) as (keyof Words)[];
/** German says these as English does. */
const same: ReadonlySet<string> = new Set(['missedFrom', 'escape']);
/** German leaves the name out: there is only one other in the call. */
const nameless: ReadonlySet<string> = new Set(['youHold']);

/** What a word says; the names in it are `%0`, `%1`. */
function said(words: Words, key: keyof Words): string {
  const word = words[key];
  if (typeof word === 'string') return word;
  if (typeof word !== 'function') return word.join(' ');
  return word('%0', '%1');
}

function names(text: string): string[] {
  return (text.match(/%\d/g) ?? []).sort();
}

describe('words', () => {
  it('are all there in German', () => {
    expect(Object.keys(de).sort()).to.deep.equal([...keys].sort());
  });

  for (const key of keys) {
    it(`${key}: German is German, as long a list, with the same names and ellipses`, () => {
      const [english, german] = [said(en, key), said(de, key)];
      expect(german.trim(), 'it says something').not.to.equal('');
      if (same.has(key)) expect(german).to.equal(english);
      else expect(german).not.to.equal(english);
      expect(Array.isArray(de[key])).to.equal(Array.isArray(en[key]));
      if (Array.isArray(de[key])) expect(de[key]).to.have.lengthOf((en[key] as string[]).length);
      expect(names(german)).to.deep.equal(nameless.has(key) ? [] : names(english));
      expect(german.includes('…')).to.equal(english.includes('…'));
      expect(german, 'a space before it').not.to.match(/[^\u0020]…/);
      expect(english, 'no space before it').not.to.match(/\s…/);
    });

    it(`${key}: speaks plainly, with the signs that print has`, () => {
      expect(said(de, key)).not.to.match(/[^.] Sie\b/);
      for (const text of [said(en, key), said(de, key)]) {
        expect(text).not.to.match(/\b(ICE|SFU|TURN|peer|Ihnen|Ihre)\b/);
        expect(text).not.to.match(/\.\.\.|'|"/);
        expect(text).to.equal(text.trim().replace(/\s+/g, ' '));
      }
    });
  }

  it('end a sentence alike in both languages', () => {
    const ends = (words: Words) => keys.filter((key) => said(words, key).endsWith('.'));
    expect(ends(de)).to.deep.equal(ends(en));
  });
});
