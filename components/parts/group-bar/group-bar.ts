import { html, LitElement, nothing } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { Words } from '../../locales/en.ts';
import type { GroupWords } from '../../locales/group-words.en.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { contentStyles } from '../../theme/content.styles.ts';
import { groupRequest } from '../group-request.ts';
import { grid, people, spotlight } from '../icon/group-bar-icons.ts';
import { lockOpen } from '../icon/lobby-icons.ts';
import { icon } from '../icon/icon.ts';
import { lock } from '../icon/icons.ts';
import { fullscreen } from '../icon/in-call-icons.ts';
import { request } from '../request.ts';
import { groupBarStyles } from './group-bar.styles.ts';

/**
 * @summary The top row of a group call: the room, how long, how private, how it is laid out, and how many are in it. Needs `famedly-duration`.
 * @csspart name - The room's name.
 * @csspart layout - Each way to lay it out.
 * @csspart people - Opens the list of people.
 * @csspart view - Full screen.
 * @fires famedly-group-request - `lay-out`, `show-people`.
 * @fires famedly-request - `full-screen`.
 */
export class FamedlyGroupBar extends LitElement {
  static override properties = {
    words: { attribute: false },
    name: {},
    since: { attribute: false },
    tag: {},
    encrypted: { type: Boolean },
    layout: {},
    count: { type: Number },
    peopleShown: { type: Boolean, attribute: 'people-shown' },
    canFullScreen: { type: Boolean, attribute: 'can-full-screen' },
    isFullScreen: { type: Boolean, attribute: 'is-full-screen' },
  };
  static override styles = [baseStyles, contentStyles, groupBarStyles];

  declare words: Words & GroupWords;
  /** The room's. */
  declare name: string;
  /** ms since epoch */
  declare since: number | null;
  /** BCP 47 */
  declare tag: string;
  /** `null`: not known. */
  declare encrypted: boolean | null;
  declare layout: 'grid' | 'spotlight';
  /** People in the call, with us. */
  declare count: number;
  declare peopleShown: boolean;
  declare canFullScreen: boolean;
  declare isFullScreen: boolean;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.count')?.focus();
  }

  override render(): TemplateResult {
    const { words, name, since, tag, count, peopleShown } = this;
    return html`<div class="bar">
      <b class="name cut" part="name"><bdi>${name}</bdi></b>
      ${since === null ? nothing : html`<famedly-duration class="wide" .since=${since} .tag=${tag}></famedly-duration>`}
      ${this.encrypted === null ? nothing : this.#privacy()}
      <span class="push"></span>
      <div class="layouts wide" role="group" aria-label=${words.layout}>
        ${this.#layout('grid', grid)}${this.#layout('spotlight', spotlight)}
      </div>
      <button
        class="round count numbers"
        part="people"
        type="button"
        aria-label=${words.peopleInCall(count)}
        aria-expanded=${peopleShown ? 'true' : 'false'}
        @click=${() => groupRequest(this, { do: 'show-people', on: !peopleShown })}
      >
        ${icon(people, 'm')}<span aria-hidden="true">${count}</span>
      </button>
      ${this.canFullScreen ? this.#fullScreen() : nothing}
    </div>`;
  }

  #privacy(): TemplateResult {
    const { words, encrypted } = this;
    return html`<span class="privacy"
      >${icon(encrypted ? lock : lockOpen, 's')}${
        encrypted
          ? html`<span class="said short">${words.encrypted}</span
              ><span class="said long">${words.endToEndEncrypted}</span>`
          : html`<span class="said">${words.notEncrypted}</span>`
      }</span
    >`;
  }

  #layout(layout: 'grid' | 'spotlight', drawing: SVGTemplateResult): TemplateResult {
    const label = this.words[layout];
    return html`<button
      class="round"
      part="layout"
      type="button"
      title=${label}
      aria-label=${label}
      aria-pressed=${this.layout === layout ? 'true' : 'false'}
      @click=${() => groupRequest(this, { do: 'lay-out', layout })}
    >
      ${icon(drawing, 'm')}
    </button>`;
  }

  #fullScreen(): TemplateResult {
    const label = this.isFullScreen ? this.words.leaveFullScreen : this.words.fullScreen;
    return html`<button
      class="round wide"
      part="view"
      type="button"
      title=${label}
      aria-label=${label}
      @click=${() => request(this, { do: 'full-screen' })}
    >
      ${icon(fullscreen, 'm')}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-group-bar': FamedlyGroupBar;
  }
}
