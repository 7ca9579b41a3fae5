import { element } from './element.ts';

const colours = ['#17785d', '#35649b', '#a84c30', '#5f58aa', '#4a6376', '#96406f', '#1b7482', '#80582f'];

/** The same person has the same colour everywhere. */
export function colourOf(userId: string): string {
  let hash = 8;
  for (const character of userId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9_973;
  return colours[hash % colours.length] ?? '#17785d';
}

export function initialsOf(name: string): string {
  const words = name
    .replace(/^@/, '')
    .split(/[\s._:-]+/)
    .filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) =>
    firstLetter(word ?? ''),
  );
  return letters.join('').toUpperCase();
}

function firstLetter(word: string): string {
  const [first] = new Intl.Segmenter().segment(word);
  return first?.segment ?? '';
}

/** A disc with initials; who it is stands beside it in words. */
export function avatar(userId: string, name: string): HTMLElement {
  const disc = element('span', { class: 'avatar', 'aria-hidden': 'true' }, initialsOf(name));
  disc.style.setProperty('--_hue', colourOf(userId));
  return disc;
}
