export const themes = ['system', 'light', 'dark', 'high-contrast', 'high-contrast-dark'] as const;
export type Theme = (typeof themes)[number];
export const languages = ['en', 'de', 'rtl'] as const;
export type Language = (typeof languages)[number];

/** Width and height in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export const sizes: readonly Size[] = [
  { width: 240, height: 480 },
  { width: 390, height: 700 },
  { width: 800, height: 600 },
  { width: 1440, height: 810 },
  { width: 600, height: 340 },
];

/** In what a state is shown. */
export interface Surroundings {
  readonly theme: Theme;
  readonly language: Language;
  readonly size: Size;
}

/** What an address asks for; nonsense is the default. */
export function readSurroundings(wishes: URLSearchParams): Surroundings {
  const width = pixels(wishes.get('width')) ?? 390;
  const known = sizes.find((size) => size.width === width);
  const height = pixels(wishes.get('height')) ?? known?.height ?? 700;
  const right = wishes.get('dir') === 'rtl';
  return {
    theme: themes.find((theme) => theme === wishes.get('theme')) ?? 'system',
    language: right ? 'rtl' : (languages.find((language) => language === wishes.get('lang')) ?? 'en'),
    size: { width, height },
  };
}

function pixels(text: string | null): number | null {
  const value = Number(text);
  return text !== null && Number.isInteger(value) && value >= 100 && value <= 4000 ? value : null;
}

/** The page around the elements takes the theme's light or dark; what is high in contrast they do themselves. */
export function paint(page: HTMLElement, theme: Theme): void {
  page.dataset['theme'] = theme;
}

export const wantsContrast = (theme: Theme): boolean => theme.startsWith('high-contrast');
