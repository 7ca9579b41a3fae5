import { html, LitElement } from 'lit';
import { formatDuration } from '../../locales/times.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { contentStyles } from '../../theme/content.styles.ts';

/**
 * @summary How long something goes on; ticks by itself, so that nothing around it renders.
 */
export class FamedlyDuration extends LitElement {
  static override properties = { since: { attribute: false }, tag: {} };
  static override styles = [baseStyles, contentStyles];

  /** ms since epoch */
  declare since: number | null;
  /** BCP 47, for the digits. */
  declare tag: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.since = null;
    this.tag = 'en';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render() {
    const { since, tag } = this;
    return html`<span class="numbers" role="timer" aria-live="off"
      >${since === null ? '' : formatDuration(Date.now() - since, tag)}</span
    >`;
  }

  protected override updated(): void {
    clearTimeout(this.#timer);
    if (this.since === null || !this.isConnected) return;
    const intoSecond = (((Date.now() - this.since) % 1000) + 1000) % 1000;
    this.#timer = setTimeout(() => this.requestUpdate(), 1000 - intoSecond + 5);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-duration': FamedlyDuration;
  }
}
