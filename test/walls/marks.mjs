import { readFileSync } from 'node:fs';

/** The lines of a planted file that a tool must refuse, each with the rules named in its mark: `3 no-console`. */
export function marks(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      const rules = /\/\/ refused: (.*)$/.exec(line)?.[1] ?? '';
      return rules.split(', ').map((rule) => (rule === '' ? [] : `${String(index + 1)} ${rule}`));
    })
    .flat()
    .toSorted();
}
