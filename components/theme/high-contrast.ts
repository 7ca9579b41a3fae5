import { fetchOnce } from '../fetch-once.ts';
import type { LitElement, ReactiveController } from 'lit';

/** The colours of high contrast, fetched where the page or the person wants them. */
export class HighContrast implements ReactiveController {
  readonly #host: LitElement & { readonly theme: string };
  readonly #preferred = matchMedia('(prefers-contrast: more)');

  constructor(host: LitElement & { readonly theme: string }) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#preferred.addEventListener('change', this.#look);
  }

  hostDisconnected(): void {
    this.#preferred.removeEventListener('change', this.#look);
  }

  hostUpdated(): void {
    this.#look();
  }

  readonly #fetch = fetchOnce(async () => {
    const { highContrastStyles } = await import('./high-contrast.styles.ts');
    if (highContrastStyles.styleSheet)
      this.#host.shadowRoot?.adoptedStyleSheets.push(highContrastStyles.styleSheet);
  });

  readonly #look = (): void => {
    if (this.#host.theme === 'high-contrast' || this.#preferred.matches) this.#fetch();
  };
}
