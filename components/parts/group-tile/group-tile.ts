import { html, LitElement, nothing } from 'lit';
import type { SVGTemplateResult, TemplateResult } from 'lit';
import type { Words } from '../../locales/en.ts';
import type { GroupWords } from '../../locales/group-words.en.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { contentStyles } from '../../theme/content.styles.ts';
import { buttonStyles } from '../../theme/button.styles.ts';
import { groupRequest } from '../group-request.ts';
import { hand, key, lockOpen, pin } from '../icon/group-icons.ts';
import { icon } from '../icon/icon.ts';
import { micOff } from '../icon/icons.ts';
import { screen, signal1 } from '../icon/in-call-icons.ts';
import { tileStyles } from '../tile/tile.styles.ts';
import { groupTileStyles } from './group-tile.styles.ts';
import { PictureRatioEvent } from './picture-ratio-event.ts';

/** One camera or screen of a group call. */
export interface GroupTile {
  readonly id: string;
  /** Whose it is. */
  readonly participant: string;
  readonly userId: string;
  readonly name: string;
  /** A `blob:` URL, or empty. */
  readonly avatar: string;
  /** `null` where there is nothing to see: a camera that is off sends black. */
  readonly stream: MediaStream | null;
  /** A shared screen: nothing of it is cut off. */
  readonly screen: boolean;
  /** Our own. */
  readonly self: boolean;
  readonly mirrored: boolean;
  readonly muted: boolean;
  readonly speaking: boolean;
  /** The picture is the last one that came. */
  readonly frozen: boolean;
  /** Whose turn it is among the raised hands, from 1. */
  readonly hand: number | null;
  /** An emoji, while it is shown. */
  readonly reaction: string | null;
  readonly weak: boolean;
  /** What they send is not encrypted while the rest is. */
  readonly unencrypted: boolean;
  /** Their key is missing. */
  readonly locked: boolean;
  /** `null`: it stands, or nobody has to connect. */
  readonly connection: 'connecting' | 'reconnecting' | 'failed' | null;
  readonly pinned: boolean;
}

/**
 * @summary A tile of a group call: picture and name, and what there is to know of a person. Needs `famedly-tile`.
 * @csspart plate - The name at its bottom start.
 * @csspart hand - The raised hand at its top start.
 * @csspart mark - A sign at its top end.
 * @csspart pin - Brings it to the stage.
 * @csspart reaction
 * @fires famedly-group-request - `pin`, `ask-for-key`, `reconnect`.
 * @fires famedly-picture-ratio - Its picture has another shape.
 */
export class FamedlyGroupTile extends LitElement {
  static override properties = {
    tile: { attribute: false },
    words: { attribute: false },
    stop: { type: Boolean },
  };
  static override styles = [baseStyles, contentStyles, buttonStyles, tileStyles, groupTileStyles];

  declare tile: GroupTile;
  declare words: Words & GroupWords;
  /** Tab comes to it. */
  declare stop: boolean;
  #told: PictureRatioEvent | null = null;

  constructor() {
    super();
    this.stop = false;
    this.addEventListener('dblclick', () => this.#pin());
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.pin')?.focus();
  }

  protected override firstUpdated(): void {
    const tile = this.renderRoot.querySelector('famedly-tile');
    // Events of media do not bubble, yet all come down through the tile's own tree.
    for (const type of ['loadedmetadata', 'resize']) {
      tile?.renderRoot.addEventListener(type, ({ target }) => this.#measure(target), { capture: true });
    }
  }

  override render(): TemplateResult {
    const { tile } = this;
    const looks = ['frame', tile.speaking && 'speaking', tile.screen && 'whole', tile.frozen && 'frozen'];
    return html`<div class=${looks.filter(Boolean).join(' ')}>
      <famedly-tile
        .stream=${tile.locked || tile.connection === 'failed' ? null : tile.stream}
        .name=${this.#label}
        .userId=${tile.userId}
        .avatar=${tile.avatar}
        ?mirrored=${tile.mirrored}
        exportparts="tile, video"
      ></famedly-tile>
      ${tile.locked ? this.#locked() : this.#connection()} ${this.#plate()}
      ${tile.hand === null ? nothing : this.#hand(tile.hand)} ${this.#marks()}
      ${
        tile.reaction === null
          ? nothing
          : html`<span
              class="reaction"
              part="reaction"
              role="img"
              aria-label="${this.words.reaction}: ${tile.reaction}"
              >${tile.reaction}</span
            >`
      }
    </div>`;
  }

  get #label(): string {
    const { tile, words } = this;
    if (tile.screen) return tile.self ? words.yourScreen : words.screenOf(tile.name);
    return tile.self ? words.you : tile.name;
  }

  #plate(): TemplateResult {
    const { tile, words } = this;
    const label = this.#label;
    const first = tile.screen ? label : label.trim().split(/\s/u)[0];
    return html`<div class="plate" part="plate">
      ${tile.screen ? icon(screen, 's') : nothing}
      ${tile.muted ? html`${icon(micOff, 's')}<span class="for-ears">${words.muted}</span>` : nothing}
      ${
        tile.speaking
          ? html`<span class="voice"
              ><i></i><i></i><i></i><span class="for-ears">${words.speaking}</span></span
            >`
          : nothing
      }
      <bdi class="full cut">${label}</bdi><bdi class="first cut">${first}</bdi>
    </div>`;
  }

  #hand(place: number): TemplateResult {
    return html`<span class="hand numbers" part="hand"
      >${icon(hand, 's')}<span aria-hidden="true">${place}</span
      ><span class="for-ears">${this.words.handRaisedAt(place)}</span></span
    >`;
  }

  #marks(): TemplateResult {
    const { tile, words } = this;
    return html`<div class="marks">
      <button
        class="pin"
        part="pin"
        type="button"
        tabindex=${this.stop ? 0 : -1}
        aria-label=${words.pin(this.#label)}
        aria-pressed=${tile.pinned ? 'true' : 'false'}
        @click=${() => this.#pin()}
        @dblclick=${(event: Event) => event.stopPropagation()}
      >
        ${icon(pin, 's')}
      </button>
      ${tile.weak ? mark(signal1, words.weak) : nothing}
      ${tile.unencrypted ? mark(lockOpen, words.notEncrypted) : nothing}
    </div>`;
  }

  #locked(): TemplateResult {
    const { tile, words } = this;
    return html`<div class="locked">
      ${icon(key)}<b>${words.cannotBeDecrypted}</b>
      <p>${words.keyIsMissing(tile.name)}</p>
      <button
        class="button small"
        type="button"
        @click=${() => groupRequest(this, { do: 'ask-for-key', participant: tile.participant })}
      >
        ${words.askForKey}
      </button>
    </div>`;
  }

  #connection(): TemplateResult | typeof nothing {
    const { tile, words } = this;
    switch (tile.connection) {
      case null:
        return nothing;
      case 'connecting':
      case 'reconnecting':
        return html`<span class="wait"
          ><span class="spinner"></span
          ><span class="full"
            >${tile.connection === 'connecting' ? words.isConnecting : words.isReconnecting}</span
          ></span
        >`;
      case 'failed':
        return html`<div class="locked failed">
          <b>${words.noConnection}</b>
          <button
            class="button small"
            type="button"
            aria-label="${words.tryAgain}: ${tile.name}"
            @click=${() => groupRequest(this, { do: 'reconnect', participant: tile.participant })}
          >
            ${words.tryAgain}
          </button>
        </div>`;
    }
  }

  #pin(): void {
    groupRequest(this, { do: 'pin', tile: this.tile.id, on: !this.tile.pinned });
  }

  #measure(target: EventTarget | null): void {
    if (!(target instanceof HTMLVideoElement) || target.videoWidth === 0) return;
    const shape = new PictureRatioEvent(this.tile.id, target.videoWidth / target.videoHeight);
    // A browser may say the same twice.
    if (shape.tile === this.#told?.tile && shape.ratio === this.#told.ratio) return;
    this.#told = shape;
    this.dispatchEvent(shape);
  }
}

function mark(drawing: SVGTemplateResult, word: string): TemplateResult {
  return html`<span part="mark">${icon(drawing, 's')}<span class="for-ears">${word}</span></span>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-group-tile': FamedlyGroupTile;
  }
}
