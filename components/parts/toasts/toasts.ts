import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, SVGTemplateResult, TemplateResult } from 'lit';
import { baseStyles } from '../../theme/base.styles.ts';
import { buttonStyles } from '../../theme/button.styles.ts';
import { icon } from '../icon/icon.ts';
import { request } from '../request.ts';
import type { Request } from '../request.ts';
import { toastsStyles } from './toasts.styles.ts';

export interface Toast {
  readonly id: number;
  readonly icon?: SVGTemplateResult;
  readonly text: string;
  readonly action?: { readonly label: string; readonly request: Request };
}

/**
 * @summary What has just happened; each goes by itself, and waits while somebody reads it.
 * @fires famedly-request
 * @csspart toast - One of them.
 */
export class FamedlyToasts extends LitElement {
  static override properties = {
    toasts: { attribute: false },
    duration: { type: Number },
    gone: { state: true },
  };
  static override styles = [baseStyles, buttonStyles, toastsStyles];

  /** Oldest first; ids rise. */
  declare toasts: readonly Toast[];
  /** ms that one is shown; twice as long with an action. */
  declare duration: number;
  /** Toasts up to this id have been seen. */
  declare private gone: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.toasts = [];
    this.duration = 4000;
    this.gone = 0;
    for (const name of ['pointerenter', 'focusin'])
      this.addEventListener(name, () => clearTimeout(this.#timer));
    for (const name of ['pointerleave', 'focusout']) this.addEventListener(name, () => this.#wait());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  override render(): TemplateResult | typeof nothing {
    const shown = this.#shown;
    if (shown.length === 0) return nothing;
    return html`<div class="toasts">${shown.slice(-2).map((toast) => this.#toast(toast))}</div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('toasts') || changed.has('gone')) this.#wait();
  }

  get #shown(): readonly Toast[] {
    return this.toasts.filter(({ id }) => id > this.gone);
  }

  /** The oldest goes next. */
  #wait(): void {
    clearTimeout(this.#timer);
    const [oldest] = this.#shown.slice(-2);
    if (oldest === undefined) return;
    const time = oldest.action === undefined ? this.duration : 2 * this.duration;
    this.#timer = setTimeout(() => (this.gone = oldest.id), time);
  }

  #toast({ icon: drawing, text, action }: Toast): TemplateResult {
    return html`<div class="toast" part="toast">
      ${drawing === undefined ? nothing : icon(drawing, 'm')}
      <p>${text}</p>
      ${
        action === undefined
          ? nothing
          : html`<button class="button text" @click=${() => request(this, action.request)}>
              ${action.label}
            </button>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-toasts': FamedlyToasts;
  }
}
