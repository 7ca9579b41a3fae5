import { LitElement, html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { en } from '../../locales/en.ts';
import type { Words } from '../../locales/en.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { icon } from '../icon/icon.ts';
import { close } from '../icon/in-call-icons.ts';
import { request } from '../request.ts';
import { focusableIn } from './focusable.ts';
import { publicElementOf } from './public-element.ts';
import { sheetStyles } from './sheet.styles.ts';

/** `start`: start side of the dock, from 1024 px over the self view. `self`: over the self view. `end`: end side, with room for keys. */
export type SheetPlacement = 'start' | 'end' | 'self';

/**
 * @summary What lies over the call: a popover above the dock that closes where Tab leads out of it, below 600 px a sheet from the bottom that holds the focus.
 * @slot - The content. Focus goes to what is checked in it, else to the first that takes it.
 * @csspart panel - The box.
 * @csspart scrim - What covers the call behind a sheet.
 * @csspart head - Heading and close button of a sheet.
 * @fires famedly-request - `open` with `null`: close it.
 */
export class FamedlySheet extends LitElement {
  static override properties = {
    heading: {},
    words: { attribute: false },
    placement: { reflect: true },
    modal: { state: true },
  };
  static override styles = [baseStyles, sheetStyles];

  /** Its name, seen where it is a sheet. */
  declare heading: string;
  declare words: Words;
  declare placement: SheetPlacement;
  /** It is a sheet: the rest cannot be reached. */
  declare private modal: boolean;
  #connection = new AbortController();
  readonly #shape = new ResizeObserver(() => (this.modal = this.#box('scrim').checkVisibility()));

  constructor() {
    super();
    this.heading = '';
    this.words = en;
    this.placement = 'start';
    this.modal = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#connection = new AbortController();
    // While it goes down: the click that opened this has passed already, and a control has not acted on it yet.
    const options = { capture: true, signal: this.#connection.signal };
    publicElementOf(this).addEventListener('click', (event) => this.#onClick(event), options);
    if (this.hasUpdated) this.#shape.observe(this.#box('scrim'));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#connection.abort();
    this.#shape.disconnect();
  }

  protected override firstUpdated(): void {
    this.#shape.observe(this.#box('scrim'));
    this.#box('panel').focus();
  }

  override render(): TemplateResult {
    const { heading, words } = this;
    return html`
      <div class="scrim" part="scrim"></div>
      <div
        class="panel"
        part="panel"
        role="dialog"
        aria-label=${heading}
        aria-modal=${this.modal ? 'true' : nothing}
        tabindex="-1"
        @keydown=${this.#onKey}
      >
        <div class="head" part="head">
          <span aria-hidden="true">${heading}</span>
          <button class="close" type="button" aria-label=${words.close} @click=${this.#askToClose}>
            ${icon(close)}
          </button>
        </div>
        <slot @slotchange=${this.#onContent}></slot>
      </div>
    `;
  }

  /**
   * From the panel into the content, once that is there, and into what takes its place while it had the focus. Wherever
   * a person went meanwhile, they stay.
   */
  async #onContent({ target }: Event): Promise<void> {
    const slot = target as HTMLSlotElement;
    await Promise.all(slot.assignedElements().map(rendered));
    const panel = this.#box('panel');
    const lost = document.activeElement === document.body;
    if (!this.isConnected || !(lost || this.shadowRoot?.activeElement === panel)) return;
    const items = focusableIn(slot);
    (items.find((item) => item.ariaChecked === 'true') ?? items[0] ?? panel).focus();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#askToClose();
    } else if (event.key === 'Tab') {
      if (this.modal) this.#keepInside(event);
      // The key moves the focus after this turn.
      else setTimeout(() => this.matches(':focus-within') || this.#askToClose());
    }
  };

  #keepInside(event: KeyboardEvent): void {
    const panel = this.#box('panel');
    const items = focusableIn(panel);
    const at = event.composedPath()[0];
    const [edge, other] = event.shiftKey ? [items[0], items.at(-1)] : [items.at(-1), items[0]];
    if (at !== edge && !(event.shiftKey && at === panel)) return;
    event.preventDefault();
    other?.focus();
  }

  /** A control that shows itself as open closes it by itself. */
  #onClick(event: Event): void {
    const path = event.composedPath();
    const closesItself = path.some((at) => at instanceof Element && at.ariaExpanded === 'true');
    if (!path.includes(this.#box('panel')) && !closesItself) this.#askToClose();
  }

  readonly #askToClose = (): void => request(this, { do: 'open', overlay: null });

  #box(name: 'scrim' | 'panel'): HTMLElement {
    const box = this.renderRoot.querySelector<HTMLElement>(`.${name}`);
    if (box === null) throw new Error(`No ${name}`);
    return box;
  }
}

/** Resolves when a slotted element, loaded late perhaps, shows its content. */
async function rendered(element: Element): Promise<void> {
  if (!element.localName.includes('-')) return;
  await customElements.whenDefined(element.localName);
  await (element as Partial<LitElement>).updateComplete;
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-sheet': FamedlySheet;
  }
}
