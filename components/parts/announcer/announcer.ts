import { css, html, LitElement } from 'lit';
import { baseStyles } from '../../theme/base.styles.ts';

/** ms after which a region is empty again: nobody finds old news there. */
const FORGET = 8000;

/**
 * @summary Says to screen readers what has just happened.
 */
export class FamedlyAnnouncer extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: absolute;
      }
    `,
  ];
  readonly #timers = new Map<Element, ReturnType<typeof setTimeout>>();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const [region, timer] of this.#timers) {
      clearTimeout(timer);
      region.replaceChildren();
    }
    this.#timers.clear();
  }

  override render() {
    return html`<div class="for-ears" aria-live="polite" role="status"></div>
      <div class="for-ears" aria-live="assertive" role="alert"></div>`;
  }

  /** Speaks when the person is idle, or `assertive` at once. The same text is said again. */
  announce(text: string, urgency: 'polite' | 'assertive'): void {
    const region = this.renderRoot.querySelector(`[aria-live=${urgency}]`);
    if (region === null) return;
    // A node of its own for each: what is added is what is read.
    const said = document.createElement('p');
    said.textContent = text;
    clearTimeout(this.#timers.get(region));
    region.append(said);
    this.#timers.set(
      region,
      setTimeout(() => region.replaceChildren(), FORGET),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-announcer': FamedlyAnnouncer;
  }
}
