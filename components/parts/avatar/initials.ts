const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
/** Letters, numbers and emoji: nobody is known by a bracket. */
const telling = /[\p{L}\p{N}\p{Extended_Pictographic}\p{RI}]/u;

/** The first graphemes of the first and the last word of a name that have one to show, `?` for none. */
export function initials(name: string): string {
  const firsts = name
    .toUpperCase()
    .split(/\s+/u)
    .flatMap((word) => {
      const shown = [...graphemes.segment(word)].find(({ segment }) => telling.test(segment));
      return shown?.segment ?? [];
    });
  return (firsts[0] ?? '?') + (firsts.slice(1).at(-1) ?? '');
}
