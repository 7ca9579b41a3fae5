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
/** On a stage below which there is a strip. */
const nameOnStage: Shape = { narrowest: 1.6, widest: free.widest };

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
  const beside = whole.width >= whole.height;
  const [big, small] = beside ? besideEachOther(whole) : belowEachOther(whole, main);
  const columns = beside ? { ...anyColumns, most: 1 } : { ...anyColumns, least: 2 };
  const strip = grid(small, rest, guest, columns, beside ? lying : free);
  const shown = grid(beside ? big : downTo(strip, big), main, guest, anyColumns);
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

function besideEachOther({ width, height }: Size): [Place, Place] {
  const strip = Math.round(clamp(width * 0.22, 104, 224));
  const x = width - strip;
  return [
    { x: 0, y: 0, width: Math.max(0, x - gap), height },
    { x, y: 0, width: strip, height },
  ];
}

/** The stage as high as what may be cut off of its picture makes it, while the strip keeps a third. */
function belowEachOther({ width, height }: Size, main: readonly LayoutTile[]): [Place, Place] {
  const wish = main.every((tile) => ratioOf(tile) === null) ? nameOnStage : free;
  const [{ narrowest } = free] = main.length === 1 ? shapesOf(main, wish) : [];
  const wanted = Math.ceil(width / narrowest);
  const high = Math.max(0, Math.min(wanted, Math.floor(height * 0.65) - gap));
  const y = high + gap;
  return [
    { x: 0, y: 0, width, height: high },
    { x: 0, y, width, height: Math.max(0, height - y) },
  ];
}

/** A strip that does not need all of its height is in the middle of it. */
function downTo({ places, more }: TileLayout, stage: Place): Place {
  const top = Math.min(...[...places.values(), ...(more ? [more.place] : [])].map(({ y }) => y));
  return { ...stage, y: top - gap - stage.height };
}
