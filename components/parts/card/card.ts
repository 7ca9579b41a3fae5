import { html, LitElement, nothing } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { FirstWords } from '../../locales/first-words.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { contentStyles } from '../../theme/content.styles.ts';
import { buttonStyles } from '../../theme/button.styles.ts';
import { centreStyles } from '../../theme/centre.styles.ts';
import { icon } from '../icon/icon.ts';
import { lock } from '../icon/icons.ts';
import { hold } from '../icon/in-call-icons.ts';
import { phoneMissed } from '../icon/seldom-icons.ts';
import { request } from '../request.ts';
import type { Request } from '../request.ts';
import { cardStyles } from './card.styles.ts';

/** Whom a card is about. */
export interface CardPerson {
  readonly name: string;
  readonly userId: string;
  /** `blob:` URL, or empty. */
  readonly avatar: string;
  readonly mark?: 'hold' | 'missed';
}

interface CardSign {
  readonly icon: SVGTemplateResult;
  /** Nothing is wrong. */
  readonly calm?: boolean;
}

export interface CardAction {
  readonly label: string;
  readonly icon?: SVGTemplateResult;
  /** One of them at most. */
  readonly primary?: boolean;
  readonly request: Request;
}

export interface Card {
  /** `busy`: it is being got ready. */
  readonly picture: CardPerson | CardSign | 'busy';
  readonly title: string;
  readonly lines: readonly string[];
  readonly encrypted?: boolean;
  /** What to do, in order. */
  readonly steps?: readonly string[];
  readonly actions: readonly CardAction[];
}

/**
 * @summary Says one thing in the middle of the element, and offers what can be done about it.
 * @fires famedly-request
 * @csspart title - The sentence.
 * @csspart action - Each button.
 * @csspart mark - The badge on a person's picture.
 */
export class FamedlyCard extends LitElement {
  static override properties = { words: { attribute: false }, card: { attribute: false } };
  static override styles = [baseStyles, contentStyles, buttonStyles, centreStyles, cardStyles];

  declare words: FirstWords;
  declare card: Card;

  /** Focuses the primary action, or the first. */
  override focus(): void {
    const { renderRoot } = this;
    (
      renderRoot.querySelector<HTMLElement>('.primary') ?? renderRoot.querySelector<HTMLElement>('.button')
    )?.focus();
  }

  override render(): TemplateResult {
    const { title, lines, encrypted, steps, actions } = this.card;
    return html`<div class="centre">
      ${this.#picture()}
      <div class="text">
        <h2 class="title" part="title" dir="auto">${title}</h2>
        ${lines.map((line) => html`<p class="sub">${line}</p>`)}
        ${encrypted ? html`<p class="caption">${icon(lock, 's')}${this.words.endToEndEncrypted}</p>` : nothing}
      </div>
      ${
        steps === undefined
          ? nothing
          : html`<ol class="steps">
              ${steps.map((step) => html`<li>${step}</li>`)}
            </ol>`
      }
      ${actions.length === 0 ? nothing : html`<div class="actions">${actions.map((action) => this.#action(action))}</div>`}
    </div>`;
  }

  #picture(): TemplateResult {
    const { picture } = this.card;
    if (picture === 'busy') return html`<span class="busy"></span>`;
    if ('icon' in picture)
      return html`<span class="disc ${picture.calm ? 'calm' : ''}">${icon(picture.icon)}</span>`;
    const { name, userId, avatar, mark } = picture;
    return html`<famedly-avatar .name=${name} .userId=${userId} .src=${avatar}
      >${
        mark === undefined
          ? nothing
          : html`<span class="mark ${mark === 'missed' ? 'danger' : 'ink'}" part="mark"
              >${icon(MARKS[mark])}</span
            >`
      }</famedly-avatar
    >`;
  }

  #action({ label, icon: drawing, primary, request: what }: CardAction): TemplateResult {
    return html`<button
      class="button lift ${primary ? 'primary' : ''}"
      part="action"
      @click=${() => request(this, what)}
    >
      ${drawing === undefined ? nothing : icon(drawing, 'm')}<span>${label}</span>
    </button>`;
  }
}

const MARKS = { hold, missed: phoneMissed };

declare global {
  interface HTMLElementTagNameMap {
    'famedly-card': FamedlyCard;
  }
}
