import { html, LitElement } from 'lit';
import type { PropertyValues, TemplateResult } from 'lit';
import type { GroupFirstWords } from '../../locales/group-language.ts';
import { baseStyles } from '../../theme/base.styles.ts';
import { groupRequest } from '../group-request.ts';
import type { FamedlyGroupTile, GroupTile } from '../group-tile/group-tile.ts';
import type { PictureRatioEvent } from '../group-tile/picture-ratio-event.ts';
import { gridLayout } from './grid-layout.ts';
import type { TileLayout } from './grid-layout.ts';
import { gridStyles } from './grid.styles.ts';
import type { Place } from './packing.ts';
import type { tileAt } from './tile-at.ts';
import type { Size } from './tile-shape.ts';
import { TilesShownEvent } from './tiles-shown-event.ts';

/** Until a picture has come. */
const usualRatio = 16 / 9;
/** Brought by a call in progress: before that there is nothing to focus, and nobody on a stage. */
let lead: typeof tileAt | undefined;
let layout: typeof gridLayout = gridLayout;

/** From now on arrows lead from tile to tile, and a layout knows stages. */
export function extendGrid(by: typeof tileAt, knowing: typeof gridLayout): void {
  lead = by;
  layout = knowing;
}

/** In the order of focus it is one of the tiles. */
const moreId = 'more';

/**
 * @summary The people of a group call in the room that there is, or one of them on a stage. Needs `famedly-group-tile`.
 * @csspart tiles - The list of tiles.
 * @csspart more - Says how many find no room.
 * @fires famedly-group-request - `pin`, `show-people`, `ask-for-key`, `reconnect`.
 * @fires famedly-tiles-shown - Which tiles are seen, and how big.
 */
export class FamedlyGrid extends LitElement {
  static override properties = {
    tiles: { attribute: false },
    stage: { attribute: false },
    words: { attribute: false },
    box: { state: true },
    ratios: { state: true },
    stop: { state: true },
  };
  static override styles = [baseStyles, gridStyles];

  /** In the order in which they are shown; the last ones find no room first. */
  declare tiles: readonly GroupTile[];
  /** Ids of tiles that are big. Empty: all are equal. */
  declare stage: readonly string[];
  declare words: GroupFirstWords;
  declare private box: Size;
  /** Width by height of pictures, by tile id. */
  declare private ratios: ReadonlyMap<string, number>;
  /** The tile that Tab comes to. */
  declare private stop: string;
  #layout: TileLayout = { places: new Map(), more: null, columns: null };
  /** Who spoke last of those who find no room: seen in place of the last one who does, until another speaks. */
  #guest: string | null = null;
  /** Where tiles were before. */
  #seen: TileLayout['places'] = new Map();
  readonly #resize = new ResizeObserver(([entry]) => {
    const { inlineSize = 0, blockSize = 0 } = entry?.contentBoxSize[0] ?? {};
    this.box = { width: inlineSize, height: blockSize };
  });

  constructor() {
    super();
    this.tiles = [];
    this.stage = [];
    this.box = { width: 0, height: 0 };
    this.ratios = new Map();
    this.stop = '';
  }

  /** Of the tiles that are seen, by id; in CSS pixels. */
  get sizes(): ReadonlyMap<string, Size> {
    return this.#layout.places;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    const known = this.tiles.map(({ id, stream, screen, locked }) => ({
      id,
      ratio: stream !== null && !locked ? (this.ratios.get(id) ?? usualRatio) : null,
      whole: screen,
    }));
    // In a box of another size, or with pictures of another shape, everything moves anyhow.
    const before = changed.has('box') || changed.has('ratios') ? null : this.#layout.columns;
    this.#seen = this.#layout.places;
    const laidOut = () => layout(this.box, known, { stage: new Set(this.stage), before, guest: this.#guest });
    this.#layout = laidOut();
    const speaker = this.tiles.find(({ id, speaking }) => speaking && !this.#layout.places.has(id));
    if (speaker !== undefined) {
      this.#guest = speaker.id;
      this.#layout = laidOut();
    }
    const order = this.#order();
    if (!order.has(this.stop)) this.stop = [...order.keys()][0] ?? '';
  }

  override render(): TemplateResult {
    const { words, stop } = this;
    const { more } = this.#layout;
    return html`<div
      class="tiles"
      part="tiles"
      role="list"
      aria-label=${words.people}
      @famedly-picture-ratio=${this.#onRatio}
      @keydown=${this.#onKey}
      @focusin=${this.#onFocus}
    >
      <div class="more" role="listitem" data-id=${moreId} ?hidden=${more === null}>
        <button
          type="button"
          part="more"
          tabindex=${stop === moreId ? 0 : -1}
          @click=${() => groupRequest(this, { do: 'show-people', on: true })}
        >
          +${more?.count} <small>${words.moreOf}</small> <span class="for-ears">${words.showPeople}</span>
        </button>
      </div>
    </div>`;
  }

  /** Each keeps its element, which stays where it is: a video that is moved stops. */
  #keepTiles(list: Element): void {
    const { tiles, words, stop } = this;
    const kept = new Map(this.#tileElements().map((element) => [element.tile.id, element]));
    for (const [id, element] of kept) if (!tiles.some((tile) => tile.id === id)) element.remove();
    tiles.forEach((tile, index) => {
      const element = kept.get(tile.id) ?? newTile(tile.id);
      const hidden = !this.#layout.places.has(tile.id);
      Object.assign(element, { tile, words, stop: stop === tile.id, hidden });
      const before = list.children[index] ?? null;
      if (before !== element) list.insertBefore(element, before);
    });
  }

  protected override updated(changed: PropertyValues): void {
    const list = this.renderRoot.querySelector('.tiles');
    if (list === null) return;
    list.classList.toggle('moves', !changed.has('box'));
    this.#keepTiles(list);
    const order = this.#order();
    for (const element of this.#elements()) {
      const place = order.get(element.dataset['id'] ?? '');
      if (place !== undefined) put(element, place);
    }
    const { places } = this.#layout;
    if (!sameSizes(places, this.#seen)) this.dispatchEvent(new TilesShownEvent(places));
  }

  #order(): ReadonlyMap<string, Place> {
    const { places, more } = this.#layout;
    return more === null ? places : new Map([...places, [moreId, more.place]]);
  }

  #elements(): NodeListOf<HTMLElement> {
    return this.renderRoot.querySelectorAll<HTMLElement>('.tiles > *');
  }

  #tileElements(): FamedlyGroupTile[] {
    return [...this.renderRoot.querySelectorAll('famedly-group-tile')];
  }

  #onRatio({ tile, ratio }: PictureRatioEvent): void {
    if (nearly(ratio, this.ratios.get(tile) ?? usualRatio)) return;
    const here = [...this.ratios].filter(([id]) => this.tiles.some((other) => other.id === id));
    this.ratios = new Map([...here, [tile, ratio]]);
  }

  #onFocus({ target }: FocusEvent): void {
    const element = (target as HTMLElement).closest<HTMLElement>('[data-id]');
    this.stop = element?.dataset['id'] ?? this.stop;
  }

  #onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const rtl = getComputedStyle(this).direction === 'rtl';
    const next = lead?.(event.key, this.#order(), this.stop, rtl);
    if (next == null) return;
    event.preventDefault();
    const element = [...this.#elements()].find(({ dataset }) => dataset['id'] === next);
    (element?.querySelector('button') ?? element)?.focus();
  }
}

function newTile(id: string): FamedlyGroupTile {
  const element = document.createElement('famedly-group-tile');
  element.setAttribute('role', 'listitem');
  element.dataset['id'] = id;
  element.setAttribute('exportparts', 'tile, video, plate, hand, mark, pin, reaction');
  return element;
}

function put({ style }: HTMLElement, { x, y, width, height }: Place): void {
  style.setProperty('inset-inline-start', `${x}px`);
  style.setProperty('inset-block-start', `${y}px`);
  style.setProperty('inline-size', `${width}px`);
  style.setProperty('block-size', `${height}px`);
}

/** What no eye sees. */
function nearly(one: number, other: number): boolean {
  return Math.abs(one / other - 1) < 0.02;
}

function sameSizes(now: ReadonlyMap<string, Size>, before: ReadonlyMap<string, Size>): boolean {
  const stays = ([id, { width, height }]: [string, Size]): boolean => {
    const other = before.get(id);
    return other?.width === width && other.height === height;
  };
  return now.size === before.size && [...now].every(stays);
}

declare global {
  interface HTMLElementTagNameMap {
    'famedly-grid': FamedlyGrid;
  }
}
