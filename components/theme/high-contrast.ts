import type { LitElement, ReactiveController } from 'lit';

/** The colours of high contrast, fetched where the page or the person wants them. */
export class HighContrast implements ReactiveController {
  readonly #host: LitElement & { readonly theme: string };
  readonly #preferred = matchMedia('(prefers-contrast: more)');
  #fetched = false;

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

  readonly #look = (): void => {
    const wanted = this.#host.theme === 'high-contrast' || this.#preferred.matches;
    if (!wanted || this.#fetched) return;
    this.#fetched = true;
    import('./high-contrast.styles.ts').then(
      ({ highContrastStyles: { styleSheet } }) => {
        if (styleSheet) this.#host.shadowRoot?.adoptedStyleSheets.push(styleSheet);
      },
      // It is tried again with the next change.
      () => (this.#fetched = false),
    );
  };
}
