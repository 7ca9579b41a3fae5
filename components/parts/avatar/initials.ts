const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Letters, numbers and emoji: nobody is known by a bracket. */
const telling = /[\p{L}\p{N}\p{Extended_Pictographic}\p{RI}]/u;

/** The first graphemes of the first and the last word of a name that have one to show, `?` for none. */
export function initials(name: string): string {
  const firsts: string[] = [];
  for (const word of name.toUpperCase().split(/\s+/u)) {
    for (const { segment } of graphemes.segment(word)) {
      if (!telling.test(segment)) continue;
      firsts.push(segment);
      break;
    }
  }
  return [...firsts.slice(0, 1), ...firsts.slice(1).slice(-1)].join('') || '?';
}
