import { html, LitElement, nothing } from 'lit';
import type { PropertyValues, SVGTemplateResult, TemplateResult } from 'lit';
import { baseStyles } from '../../theme/base.styles.ts';
import { buttonStyles } from '../../theme/button.styles.ts';
import { textButtonStyles } from '../../theme/text-button.styles.ts';
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
  static override styles = [baseStyles, buttonStyles, textButtonStyles, toastsStyles];

  /** Oldest first; ids rise. */
  declare toasts: readonly Toast[];
  /** ms that one is shown; twice as long with an action. */
  declare duration: number;
  /** Toasts up to this id have been seen. */
  declare private gone: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The toast whose time runs: the oldest goes next. */
  #next: number | undefined;
  /** A finger leaves with its `pointerleave`, but keeps `:hover`. */
  #pointed = false;
  readonly #wait = () => this.#waitFor(this.#isRead ? undefined : this.#shown[0]);

  constructor() {
    super();
    this.toasts = [];
    this.duration = 4000;
    this.gone = 0;
    for (const name of ['pointerenter', 'pointerleave']) {
      this.addEventListener(name, () => {
        this.#pointed = name === 'pointerenter';
        this.#wait();
      });
    }
    for (const name of ['focusin', 'focusout']) this.addEventListener(name, this.#wait);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#wait);
    this.#wait();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#wait);
    this.#pointed = false;
    this.#waitFor(undefined);
  }

  override render(): TemplateResult | typeof nothing {
    const shown = this.#shown;
    if (shown.length === 0) return nothing;
    return html`<div class="toasts">${shown.map((toast) => this.#toast(toast))}</div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('toasts') || changed.has('gone')) this.#wait();
  }

  /** The newest two that nobody has seen. */
  get #shown(): readonly Toast[] {
    return this.toasts.filter(({ id }) => id > this.gone).slice(-2);
  }

  /** Under the pointer or the focus, or where nobody can see it. */
  get #isRead(): boolean {
    return this.#pointed || document.hidden || this.matches(':focus-within');
  }

  /** The time that runs goes on, whatever comes meanwhile. */
  #waitFor(next: Toast | undefined): void {
    if (next?.id === this.#next) return;
    clearTimeout(this.#timer);
    this.#next = next?.id;
    if (next === undefined) return;
    const time = next.action === undefined ? this.duration : 2 * this.duration;
    this.#timer = setTimeout(() => (this.gone = next.id), time);
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
