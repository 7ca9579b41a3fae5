import { columnsFor, gap, pack, roomFor } from './packing.ts';
import type { Columns, Place } from './packing.ts';
import { clamp, free, ratioOf, shapesOf } from './tile-shape.ts';
import type { LayoutTile, Shape, Size } from './tile-shape.ts';

export interface TileLayout {
  /** By id. Who is not in it finds no room. */
  readonly places: ReadonlyMap<string, Place>;
  /** Where it says how many find no room. */
  readonly more: { readonly place: Place; readonly count: number } | null;
  /** Of the grid; `null` in a spotlight. */
  readonly columns: number | null;
}

export interface LayoutWishes {
  /** Ids of what is big. */
  readonly stage?: ReadonlySet<string>;
  /** Columns of the layout that it follows: they stay while they are nearly as good as the best. */
  readonly before?: number | null;
  /** Id of who is seen in place of the last one, where not all find room. */
  readonly guest?: string | null;
}

const anyColumns: Columns = { least: 1, most: Infinity, before: null };
/** Beside a stage nothing is upright where its picture allows it. */
const lying: Shape = { narrowest: 4 / 3, widest: free.widest };
/** Says how many more. */
const others: LayoutTile = { id: '', ratio: null, whole: false };
/** Width by height of a stage without a picture. */
const stageRatio = 1.6;

/**
 * Where tiles are in a box: in equal cells, in their order, the smallest as big as can be. At most 30 % of a picture is
 * cut off. What is on the stage is big, the rest in a strip beside it, or below it where the box is tall.
 */
export function tileLayout(
  box: Size,
  tiles: readonly LayoutTile[],
  { stage = new Set(), before = null, guest = null }: LayoutWishes = {},
): TileLayout {
  const whole = { x: 0, y: 0, width: Math.floor(box.width), height: Math.floor(box.height) };
  const main = tiles.filter(({ id }) => stage.has(id));
  if (main.length === 0 || main.length === tiles.length)
    return grid(whole, tiles, guest, { ...anyColumns, before });
  const rest = tiles.filter(({ id }) => !stage.has(id));
  const [shown, strip] =
    whole.width >= whole.height
      ? besideEachOther(whole, main, rest, guest)
      : belowEachOther(whole, main, rest, guest);
  const places = new Map([...shown.places, ...strip.places]);
  const more = strip.more ?? shown.more;
  return { places, more: more && { ...more, count: tiles.length - places.size }, columns: null };
}

function grid(
  box: Place,
  tiles: readonly LayoutTile[],
  guest: string | null,
  limits: Columns,
  wish = free,
): TileLayout {
  if (tiles.length === 0) return { places: new Map(), more: null, columns: 1 };
  const room = roomFor(tiles.length, box, limits);
  const shown = room < tiles.length ? withGuest(tiles, room - 1, guest) : tiles;
  const shapes = shapesOf(shown === tiles ? tiles : [...shown, others], wish);
  const columns = columnsFor(shapes, box, limits);
  const places = pack(shapes, columns, box);
  const place = places[shown.length];
  return {
    places: new Map(places.slice(0, shown.length).map((at, index) => [shown[index]?.id ?? '', at])),
    more: place === undefined ? null : { place, count: tiles.length - shown.length },
    columns,
  };
}

function withGuest(tiles: readonly LayoutTile[], room: number, guest: string | null): readonly LayoutTile[] {
  const shown = tiles.slice(0, room);
  const other = tiles.slice(room).find(({ id }) => id === guest);
  return other === undefined ? shown : [...shown.slice(0, -1), other];
}

type Tiles = readonly LayoutTile[];

function besideEachOther(
  { width, height }: Size,
  main: Tiles,
  rest: Tiles,
  guest: string | null,
): [TileLayout, TileLayout] {
  const strip = Math.round(clamp(width * 0.22, 104, 224));
  const x = width - strip;
  const big = { x: 0, y: 0, width: Math.max(0, x - gap), height };
  const small = { x, y: 0, width: strip, height };
  return [grid(big, main, guest, anyColumns), grid(small, rest, guest, { ...anyColumns, most: 1 }, lying)];
}

/**
 * The stage as high as its picture, while the strip keeps a third. What the strip does not need is the stage's, as far as
 * its picture may be cut; both are in the middle.
 */
function belowEachOther(
  { width, height }: Size,
  main: Tiles,
  rest: Tiles,
  guest: string | null,
): [TileLayout, TileLayout] {
  const stripBelow = (high: number): TileLayout => {
    const small = { x: 0, y: high + gap, width, height: Math.max(0, height - high - gap) };
    return grid(small, rest, guest, { ...anyColumns, least: 2 });
  };
  const most = Math.max(0, Math.floor(height * 0.65) - gap);
  const ratio = main[0] && main.length === 1 ? (ratioOf(main[0]) ?? stageRatio) : 0;
  const whole = Math.min(most, Math.round(width / clamp(ratio, free.narrowest, free.widest)));
  const spare = Math.floor(2 * (topOf(stripBelow(whole)) - whole - gap));
  const [{ narrowest } = free] = shapesOf(main);
  const high = Math.max(whole, Math.min(whole + spare, Math.ceil(width / narrowest)));
  const strip = stripBelow(high);
  const stage = { x: 0, y: topOf(strip) - gap - high, width, height: high };
  return [grid(stage, main, guest, anyColumns), strip];
}

function topOf({ places, more }: TileLayout): number {
  return Math.min(...[...places.values(), ...(more ? [more.place] : [])].map(({ y }) => y));
}
