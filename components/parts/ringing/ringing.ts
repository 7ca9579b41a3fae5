import { html, LitElement, nothing } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { CallType } from '../../../src/index.ts';
import type { FirstWords } from '../../locales/first-words.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { buttonStyles } from '../../theme/button.styles.ts';
import { centreStyles } from '../../theme/centre.styles.ts';
import { hueStyles } from '../../theme/hue.styles.ts';
import { hue } from '../avatar/hue.ts';
import { icon } from '../icon/icon.ts';
import { camera, phone, phoneDown, silence } from '../icon/icons.ts';
import { request } from '../request.ts';
import type { Request } from '../request.ts';
import { ringingStyles } from './ringing.styles.ts';

/** `idle`: nobody rings yet. */
export type RingingKind = 'idle' | 'outgoing' | 'incoming' | 'connecting' | 'voice';

/**
 * @summary Who would be called, calls, is called or is heard, with the answers while it rings here.
 * @slot - Under the line below the name.
 * @fires famedly-request
 * @csspart name - Who it is.
 * @csspart answers - The answers to an incoming call.
 */
export class FamedlyRinging extends LitElement {
  static override properties = {
    words: { attribute: false },
    kind: {},
    type: {},
    name: {},
    userId: { attribute: false },
    avatar: {},
    line: {},
    hint: {},
    canSilence: { attribute: false },
  };
  static override styles = [baseStyles, buttonStyles, hueStyles, centreStyles, ringingStyles];

  declare words: FirstWords;
  declare kind: RingingKind;
  /** Of the call that comes in. */
  declare type: CallType;
  declare name: string;
  declare userId: string;
  /** A `blob:` URL, or empty. */
  declare avatar: string;
  /** What happens, or from where somebody calls. */
  declare line: string;
  /** Left out where there is little room. */
  declare hint: string;
  declare canSilence: boolean;

  /** Focuses the answer to an incoming call. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.go')?.focus();
  }

  override render(): TemplateResult {
    const { kind, name, userId, words } = this;
    return html`
      ${
        this.canSilence
          ? html`<button class="button small lift silence" @click=${() => request(this, { do: 'silence' })}>
              ${icon(silence, 'm')}<span>${words.silence}</span>
            </button>`
          : nothing
      }
      <div class="centre ${kind}" data-hue=${hue(userId)}>
        <div class="person">
          ${
            name
              ? html`<famedly-avatar .name=${name} .userId=${userId} .src=${this.avatar}></famedly-avatar>`
              : nothing
          }
          <span class="rings"></span>
        </div>
        <div class="text">
          ${name ? html`<h2 class="title" part="name" dir="auto">${name}</h2>` : nothing}
          ${this.line ? html`<p class="sub lead">${this.line}</p>` : nothing}
          <div class="sub lead more"><slot></slot></div>
        </div>
        ${this.hint ? html`<p class="caption hint">${this.hint}</p>` : nothing}
      </div>
      ${kind === 'incoming' ? this.#answers() : nothing}
    `;
  }

  #answers(): TemplateResult {
    const { words, type } = this;
    const video = type === 'video';
    return html`<div class="answers" part="answers">
      ${this.#answer('end', phoneDown, words.decline, { do: 'hangup' })}
      ${video ? this.#answer('voice', phone, words.voiceOnly, { do: 'answer', type: 'voice' }) : nothing}
      ${this.#answer('go', video ? camera : phone, words.answer, { do: 'answer', type })}
    </div>`;
  }

  #answer(look: string, drawing: SVGTemplateResult, label: string, what: Request): TemplateResult {
    return html`<button class="answer ${look}" @click=${() => request(this, what)}>
      <span class="round">${icon(drawing)}</span><span>${label}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-ringing': FamedlyRinging;
  }
}
