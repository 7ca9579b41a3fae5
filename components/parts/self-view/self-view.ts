import { html, LitElement } from 'lit';
import type { Words } from '../../locales/en.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { cornerAt, cornerByKey } from './corner.ts';
import type { Corner, Point } from './corner.ts';
import { drag } from './drag.ts';
import { selfViewStyles } from './self-view.styles.ts';

/**
 * @summary Our own picture over the call. It is dragged to one of four corners, or moved there by the arrow keys.
 * @csspart frame - The movable frame.
 */
export class FamedlySelfView extends LitElement {
  static override properties = {
    stream: { attribute: false },
    showVideo: { type: Boolean, attribute: 'show-video' },
    name: {},
    userId: { attribute: 'user-id' },
    avatar: {},
    mirrored: { attribute: false },
    corner: { reflect: true },
    words: { attribute: false },
  };
  static override styles = [baseStyles, selfViewStyles];

  declare stream: MediaStream | null;
  declare showVideo: boolean;
  declare name: string;
  declare userId: string;
  /** A `blob:` URL, or empty. */
  declare avatar: string;
  declare mirrored: boolean;
  declare corner: Corner;
  declare words: Words;
  #drag = new AbortController();

  constructor() {
    super();
    this.stream = null;
    this.showVideo = false;
    this.name = '';
    this.userId = '';
    this.avatar = '';
    this.mirrored = true;
    this.corner = 'bottom-end';
    this.addEventListener('pointerdown', (event) => this.#press(event));
    this.addEventListener('keydown', (event) => this.#key(event));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#drag.abort();
    this.#lie();
  }

  override render() {
    const { words } = this;
    return html`<div class="frame" part="frame" role="group" tabindex="0" aria-label=${words.yourVideo}>
      <famedly-tile
        .stream=${this.stream}
        .showVideo=${this.showVideo}
        .name=${this.name}
        .userId=${this.userId}
        .avatar=${this.avatar}
        .label=${words.you}
        .mirrored=${this.mirrored}
        .words=${words}
      ></famedly-tile>
    </div>`;
  }

  #press(pressed: PointerEvent): void {
    if (pressed.button !== 0 || !pressed.isPrimary) return;
    this.#drag.abort();
    this.#drag = new AbortController();
    drag(
      this,
      pressed,
      {
        move: ({ x, y }) => {
          this.toggleAttribute('dragged', true);
          this.style.setProperty('translate', `${x}px ${y}px`);
        },
        drop: (glides) => this.#moveTo(glides ? this.#nearest(glides) : this.corner),
      },
      this.#drag,
    );
  }

  #key(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const corner = cornerByKey(event.key, this.corner, this.#rtl);
    if (corner === null) return;
    event.preventDefault();
    this.#moveTo(corner);
  }

  #nearest(glides: Point): Corner {
    const { left, top, width, height } = this.getBoundingClientRect();
    const middle = { x: left + width / 2 + glides.x, y: top + height / 2 + glides.y };
    const frame = (this.offsetParent ?? document.documentElement).getBoundingClientRect();
    return cornerAt(middle, frame, this.#rtl);
  }

  /** Lies in its corner at once and is drawn where it was: CSS moves it over, or does not where motion is reduced. */
  #moveTo(corner: Corner): void {
    const from = this.getBoundingClientRect();
    this.toggleAttribute('dragged', true);
    this.style.removeProperty('translate');
    // Not by the property: that one comes to the attribute a moment later.
    this.setAttribute('corner', corner);
    const to = this.getBoundingClientRect();
    this.style.setProperty('translate', `${from.x - to.x}px ${from.y - to.y}px`);
    this.getBoundingClientRect();
    this.#lie();
  }

  #lie(): void {
    this.toggleAttribute('dragged', false);
    this.style.removeProperty('translate');
  }

  get #rtl(): boolean {
    return getComputedStyle(this).direction === 'rtl';
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-self-view': FamedlySelfView;
  }
}
