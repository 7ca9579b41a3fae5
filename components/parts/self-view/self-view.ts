import { html, LitElement } from 'lit';
import type { FirstWords } from '../../locales/first-words.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import type { Corner } from './corner.ts';
import type * as Moves from './moves.ts';
import { selfViewStyles } from './self-view.styles.ts';

/**
 * @summary Our own picture over the call. It is dragged to one of four corners, or moved there by the arrow keys.
 * @slot - The tile.
 * @csspart frame - The movable frame.
 */
export class FamedlySelfView extends LitElement {
  static override properties = {
    corner: { reflect: true },
    words: { attribute: false },
  };
  static override styles = [baseStyles, selfViewStyles];

  declare corner: Corner;
  declare words: FirstWords;
  #moves: typeof Moves | null = null;

  constructor() {
    super();
    this.corner = 'bottom-end';
    for (const name of ['pointerenter', 'focusin']) {
      this.addEventListener(name, () => this.#move(() => undefined));
    }
    this.addEventListener('pointerdown', (event) => this.#press(event));
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#moves?.letGo(this);
  }

  override render() {
    return html`<div class="frame" part="frame" role="group" tabindex="0" aria-label=${this.words.yourVideo}>
      <slot></slot>
    </div>`;
  }

  /** Fetched when somebody is about to take it: most people never move it. */
  async #fetch(): Promise<typeof Moves> {
    this.#moves = await import('./moves.ts');
    this.#moves.makeMovable(this);
    return this.#moves;
  }

  #move(move: (moves: typeof Moves) => void): void {
    if (this.#moves !== null) move(this.#moves);
    // Where it does not come, the picture lies where it lay.
    else this.#fetch().then(move, () => undefined);
  }

  #press(pressed: PointerEvent): void {
    if (pressed.button !== 0 || !pressed.isPrimary) return;
    this.#move(({ moveByPointer }) => moveByPointer(this, pressed));
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || !event.key.startsWith('Arrow')) return;
    event.preventDefault();
    this.#move(({ moveByKey }) => moveByKey(this, event.key));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-self-view': FamedlySelfView;
  }
}
