import { html, LitElement, nothing } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { Words } from '../../locales/en.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { icon } from '../icon/icon.ts';
import { lock } from '../icon/icons.ts';
import { fullscreen, pip } from '../icon/in-call-icons.ts';
import { request } from '../request.ts';
import { headerStyles } from './header.styles.ts';

/** A chip beside the name: `short` where it is narrow, nothing there where that is empty. */
export interface HeaderNote {
  readonly icon: SVGTemplateResult;
  readonly short: string;
  readonly long: string;
}

/** Ways to look at the call that can be had now. */
export interface Views {
  readonly pictureInPicture: boolean;
  readonly fullScreen: boolean;
  readonly isFullScreen: boolean;
}

/**
 * @summary The top row: who and how long, what is to be known, and ways to look at it.
 * @slot - Below the row: a banner.
 * @fires famedly-request
 * @csspart chip - Each plate.
 * @csspart view - Each button at the end.
 */
export class FamedlyCallHeader extends LitElement {
  static override properties = {
    words: { attribute: false },
    onMedia: { type: Boolean, attribute: 'on-media', reflect: true },
    name: {},
    since: { attribute: false },
    tag: {},
    encrypted: { type: Boolean },
    notes: { attribute: false },
    views: { attribute: false },
  };
  static override styles = [baseStyles, headerStyles];

  declare words: Words;
  declare onMedia: boolean;
  /** `null` where it is said elsewhere. */
  declare name: string | null;
  /** ms since epoch */
  declare since: number | null;
  /** BCP 47 */
  declare tag: string;
  declare encrypted: boolean;
  declare notes: readonly HeaderNote[];
  declare views: Views;

  constructor() {
    super();
    this.onMedia = false;
    this.name = null;
    this.since = null;
    this.tag = 'en';
    this.encrypted = false;
    this.notes = [];
    this.views = { pictureInPicture: false, fullScreen: false, isFullScreen: false };
  }

  override render(): TemplateResult {
    const { name, encrypted } = this;
    return html`<div class="row">
        ${name === null ? nothing : this.#who(name)} ${name === null && encrypted ? this.#lock() : nothing}
        ${this.notes.map(
          (note) =>
            html`<span class="chip ${note.short === '' ? 'wide' : ''}" part="chip"
              >${icon(note.icon, 's')}<span class="narrow">${note.short}</span
              ><span class="wide">${note.long}</span></span
            >`,
        )}
        ${this.#views()}
      </div>
      <slot></slot>`;
  }

  #who(name: string): TemplateResult {
    return html`<span class="chip" part="chip">
      <b class="cut"><bdi>${name}</bdi></b>
      ${
        this.since === null
          ? nothing
          : html`<famedly-duration .since=${this.since} .tag=${this.tag}></famedly-duration>`
      }
      ${
        this.encrypted
          ? html`${icon(lock, 's')}<span class="for-ears">${this.words.endToEndEncrypted}</span>`
          : nothing
      }
    </span>`;
  }

  #lock(): TemplateResult {
    const { endToEndEncrypted, encrypted } = this.words;
    return html`<span class="chip" part="chip"
      >${icon(lock, 's')}<span class="room">${endToEndEncrypted}</span
      ><span class="tight">${encrypted}</span></span
    >`;
  }

  #views(): TemplateResult | typeof nothing {
    const { words } = this;
    const { pictureInPicture, fullScreen, isFullScreen } = this.views;
    if (!pictureInPicture && !fullScreen) return nothing;
    const view = (drawing: SVGTemplateResult, label: string, what: 'picture-in-picture' | 'full-screen') =>
      html`<button part="view" aria-label=${label} title=${label} @click=${() => request(this, { do: what })}>
        ${icon(drawing)}
      </button>`;
    return html`<div class="views wide">
      ${pictureInPicture ? view(pip, words.pictureInPicture, 'picture-in-picture') : nothing}
      ${fullScreen ? view(fullscreen, isFullScreen ? words.leaveFullScreen : words.fullScreen, 'full-screen') : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-call-header': FamedlyCallHeader;
  }
}
