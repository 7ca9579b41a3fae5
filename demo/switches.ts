import { keepChoice } from './choice-kept.ts';
import { element } from './element.ts';
import { setLook } from './look.ts';

interface Option {
  readonly value: string;
  readonly words: string;
  /** Of the words, where they are not in the page's. */
  readonly lang?: string;
}

const languages: readonly Option[] = [
  { value: 'en', words: 'English', lang: 'en' },
  { value: 'de', words: 'Deutsch', lang: 'de' },
];
const themes: readonly Option[] = [
  { value: 'system', words: 'System' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
  { value: 'high-contrast', words: 'Contrast' },
];

/** Puts the switches for language and theme into the page's head. */
export function addSwitches(head: HTMLElement): void {
  const language = switchOf('lang', 'Language of the calls', languages);
  const theme = switchOf('theme', 'Theme', themes);
  head.append(language, theme);
  keepChoice(theme, 'theme', (value) => {
    document.documentElement.dataset['theme'] = value;
    setLook({ contrast: value === 'high-contrast' });
  });
  keepChoice(language, 'lang', (lang) => setLook({ lang }));
}

function switchOf(name: string, label: string, options: readonly Option[]): HTMLFormElement {
  const labels = options.map(({ value, words, lang = false }) =>
    element('label', {}, element('input', { type: 'radio', name, value }), element('span', { lang }, words)),
  );
  return element('form', { class: 'choice', 'aria-label': label }, ...labels);
}
