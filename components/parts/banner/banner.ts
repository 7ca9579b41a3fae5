import { html, LitElement, nothing } from 'lit';
import type { SVGTemplateResult } from 'lit';
import { baseStyles } from '../../theme/base.styles.ts';
import { buttonStyles } from '../../theme/button.styles.ts';
import { textButtonStyles } from '../../theme/text-button.styles.ts';
import { icon } from '../icon/icon.ts';
import { request } from '../request.ts';
import type { Request } from '../request.ts';
import { bannerStyles } from './banner.styles.ts';

interface BannerAction {
  readonly label: string;
  readonly request: Request;
}

export interface MessageBanner {
  /** `note`: nothing is wrong. */
  readonly kind: 'warning' | 'danger' | 'note';
  /** `spinner`: it goes on by itself. */
  readonly icon: SVGTemplateResult | 'spinner';
  /** Empty where `text` says it all. */
  readonly title: string;
  readonly text: string;
  readonly action: BannerAction | null;
  /** The other answer, where it is a question. */
  readonly refusal?: BannerAction;
}

/** One press mends it. */
export interface ButtonBanner {
  readonly kind: 'button';
  readonly icon: SVGTemplateResult;
  readonly label: string;
  readonly request: Request;
}

export type Banner = MessageBanner | ButtonBanner;

/**
 * @summary What is wrong for as long as it is.
 * @fires famedly-request
 * @csspart banner - The plate, or the button.
 */
export class FamedlyBanner extends LitElement {
  static override properties = { banner: { attribute: false } };
  static override styles = [baseStyles, buttonStyles, textButtonStyles, bannerStyles];

  declare banner: Banner | null;

  constructor() {
    super();
    this.banner = null;
  }

  override render() {
    const { banner } = this;
    if (banner === null) return nothing;
    return banner.kind === 'button' ? this.#button(banner) : this.#message(banner);
  }

  #button({ icon: drawing, label, request: what }: ButtonBanner) {
    return html`<button class="button primary" part="banner" @click=${() => request(this, what)}>
      ${icon(drawing, 'm')}<span>${label}</span>
    </button>`;
  }

  #message({ kind, icon: drawing, title, text, action, refusal }: MessageBanner) {
    const spinner = html`<span class="spinner"></span>`;
    return html`<div class="banner ${kind}" part="banner">
      ${drawing === 'spinner' ? spinner : icon(drawing, 'm')}
      <p>
        ${title === '' ? nothing : html`<b>${title}</b>`}<span class=${title === '' ? '' : 'more'}
          >${text}</span
        >
      </p>
      <div class="answers">${[refusal, action].map((each) => (each ? this.#action(each) : nothing))}</div>
    </div>`;
  }

  #action({ label, request: what }: BannerAction) {
    return html`<button class="button small text" @click=${() => request(this, what)}>${label}</button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-banner': FamedlyBanner;
  }
}
