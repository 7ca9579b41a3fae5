import { element } from '../element.ts';
import { allStates, groups } from './all-states.ts';
import { showState } from './show-state.ts';
import type { Showing } from './show-state.ts';
import type { ShownState } from './shown-state.ts';
import { languages, paint, readSurroundings, sizes, themes } from './surroundings.ts';
import type { Language, Surroundings, Theme } from './surroundings.ts';

const themeNames: Readonly<Record<Theme, string>> = {
  system: 'System',
  light: 'Light',
  dark: 'Dark',
  'high-contrast': 'Contrast',
  'high-contrast-dark': 'Contrast, dark',
};
const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  rtl: 'Right to left',
};

/** Every state to look at, one by one; what is shown stands in the address. */
export class Gallery {
  readonly #stage = element('div', { class: 'stage' });
  readonly #title = element('h2', { 'aria-live': 'polite' });
  readonly #scale = element('span', { class: 'quiet' });
  readonly #alone = element('a', { class: 'word small quiet', target: '_blank' }, 'Open alone');
  readonly #list = element('nav', { class: 'states', 'aria-label': 'States' });
  readonly #choices = element('form', { class: 'choices', 'aria-label': 'Surroundings' });
  #showing: Showing | null = null;
  #surroundings: Surroundings = readSurroundings(new URLSearchParams());
  #at = '';

  /** Builds it into `page`. */
  constructor(page: HTMLElement) {
    this.#list.append(...groups.flatMap(({ title, states }) => [element('h2', {}, title), listOf(states)]));
    this.#choices.append(
      choice(
        'Size',
        'width',
        sizes.map(({ width, height }) => [String(width), `${width} × ${height}`]),
      ),
      choice(
        'Theme',
        'theme',
        themes.map((theme) => [theme, themeNames[theme]]),
      ),
      choice(
        'Language',
        'lang',
        languages.map((language) => [language, languageNames[language]]),
      ),
    );
    const step = (label: string, sign: string, by: number): HTMLElement => {
      const button = element(
        'button',
        { type: 'button', class: 'word small quiet', 'aria-label': label },
        sign,
      );
      button.addEventListener('click', () => this.#step(by));
      return button;
    };
    const bar = element('div', { class: 'bar' }, step('Previous state', '‹', -1), step('Next state', '›', 1));
    bar.append(this.#title, this.#scale, this.#alone);
    page.append(this.#list, element('div', { class: 'view' }, this.#choices, bar, this.#stage));
    this.#choices.addEventListener('change', () => this.#go(this.#at));
    window.addEventListener('hashchange', () => this.#read());
    new ResizeObserver(() => this.#fit()).observe(this.#stage);
    this.#read();
  }

  #read(): void {
    const wishes = new URLSearchParams(location.hash.slice(1));
    const state = allStates.find(({ id }) => id === wishes.get('state')) ?? allStates[0];
    if (state === undefined) return;
    this.#surroundings = readSurroundings(wishes);
    const { theme, language, size } = this.#surroundings;
    for (const [name, value] of [
      ['width', String(size.width)],
      ['theme', theme],
      ['lang', language],
    ] as const) {
      const group = this.#choices.elements.namedItem(name);
      if (group instanceof RadioNodeList) group.value = value;
    }
    this.#show(state);
  }

  #show(state: ShownState): void {
    this.#at = state.id;
    this.#showing?.remove();
    paint(document.documentElement, this.#surroundings.theme);
    this.#title.textContent = state.title;
    this.#alone.href = `?${this.#address(state.id).toString()}`;
    for (const link of this.#list.querySelectorAll('a')) {
      const { id } = link.dataset;
      link.hash = this.#address(id ?? '').toString();
      if (id === state.id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    this.#list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.#showing = showState(state, this.#stage, this.#surroundings);
    this.#fit();
  }

  #address(state: string): URLSearchParams {
    const { theme, language, size } = this.#surroundings;
    const width = String(size.width);
    return new URLSearchParams({ state, width, height: String(size.height), theme, lang: language });
  }

  #go(state: string): void {
    const wishes = new URLSearchParams({ state });
    for (const input of this.#choices.querySelectorAll<HTMLInputElement>(':checked')) {
      wishes.set(input.name, input.value);
    }
    location.hash = wishes.toString();
  }

  #step(by: number): void {
    const at = allStates.findIndex(({ id }) => id === this.#at);
    const next = allStates.at((at + by) % allStates.length);
    if (next !== undefined) this.#go(next.id);
  }

  /** What is larger than the page is shown smaller, laid out as if it were not. */
  #fit(): void {
    const { width } = this.#surroundings.size;
    const zoom = Math.min(1, this.#stage.clientWidth / width);
    this.#showing?.element.style.setProperty('zoom', String(zoom));
    this.#scale.textContent = zoom < 1 ? `${Math.round(zoom * 100)} %` : '';
  }
}

function listOf(states: readonly ShownState[]): HTMLElement {
  const items = states.map(({ id, title }) => {
    const link = element('a', { href: `#state=${id}` }, title);
    link.dataset['id'] = id;
    return element('li', {}, link);
  });
  return element('ul', {}, ...items);
}

function choice(label: string, name: string, options: readonly (readonly [string, string])[]): HTMLElement {
  const group = element('fieldset', { class: 'choice', 'aria-label': label });
  for (const [value, text] of options) {
    const input = element('input', { type: 'radio', name, value });
    group.append(element('label', {}, input, element('span', {}, text)));
  }
  return group;
}
