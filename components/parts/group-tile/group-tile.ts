import { html, LitElement, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import type { GroupFirstWords } from '../../locales/group-language.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { buttonStyles } from '../../theme/button.styles.ts';
import { groupRequest } from '../group-request.ts';
import { icon } from '../icon/icon.ts';
import { micOff } from '../icon/icons.ts';
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

/** What tiles of a call in progress have beside picture and name. */
export interface TileExtras {
  /** Before the name. */
  inPlate(of: FamedlyGroupTile): TemplateResult;
  over(of: FamedlyGroupTile): TemplateResult;
}

/** Brought by `showWholeTiles`. */
let more: TileExtras | null = null;

export function extendTiles(extras: TileExtras): void {
  more = extras;
}

/**
 * @summary A tile of a group call: picture and name, and what there is to know of a person: that comes with `showWholeTiles`. Needs `famedly-tile`.
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
  static override styles = [baseStyles, buttonStyles, tileStyles, groupTileStyles];

  declare tile: GroupTile;
  declare words: GroupFirstWords;
  /** Tab comes to it. */
  declare stop: boolean;
  #told: PictureRatioEvent | null = null;

  constructor() {
    super();
    this.stop = false;
    this.addEventListener('dblclick', () => this.pin());
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
        .name=${tile.screen ? this.label : tile.name}
        .userId=${tile.userId}
        .avatar=${tile.avatar}
        ?mirrored=${tile.mirrored}
        exportparts="tile, video"
      ></famedly-tile>
      ${this.#connection()} ${this.#plate()} ${more?.over(this) ?? nothing}
    </div>`;
  }

  /** Whose it is, in a word. */
  get label(): string {
    const { tile, words } = this;
    if (tile.screen) return tile.self ? words.yourScreen : words.screenOf(tile.name);
    return tile.self ? words.you : tile.name;
  }

  /** Asks for the stage, or for its place among the others. */
  pin(): void {
    groupRequest(this, { do: 'pin', tile: this.tile.id, on: !this.tile.pinned });
  }

  #plate(): TemplateResult {
    const { tile, words, label } = this;
    const first = tile.screen ? label : label.trim().split(/\s/u)[0];
    return html`<div class="plate" part="plate">
      ${more?.inPlate(this) ?? nothing}
      ${tile.muted ? html`${icon(micOff, 's')}<span class="for-ears">${words.muted}</span>` : nothing}
      <bdi class="full cut">${label}</bdi><bdi class="first cut">${first}</bdi>
    </div>`;
  }

  #connection(): TemplateResult | typeof nothing {
    const { tile, words } = this;
    if (tile.connection !== 'connecting' && tile.connection !== 'reconnecting') return nothing;
    return html`<span class="wait"
      ><span class="spinner"></span
      ><span class="full"
        >${tile.connection === 'connecting' ? words.isConnecting : words.isReconnecting}</span
      ></span
    >`;
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

declare global {
  interface HTMLElementTagNameMap {
    'famedly-group-tile': FamedlyGroupTile;
  }
}
