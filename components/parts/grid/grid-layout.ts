import { columnsFor, pack, roomFor } from './packing.ts';
import type { Columns, Place } from './packing.ts';
import { free, shapesOf } from './tile-shape.ts';
import type { LayoutTile, Size } from './tile-shape.ts';

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

export const anyColumns: Columns = { least: 1, most: Infinity, before: null };
/** Says how many more. */
const others: LayoutTile = { id: '', ratio: null, whole: false };

/** Where tiles are in a box: in equal cells, in their order, the smallest as big as can be. At most 30 % of a picture is cut off. */
export function gridLayout(
  box: Size,
  tiles: readonly LayoutTile[],
  { before = null, guest = null }: LayoutWishes = {},
): TileLayout {
  return cells(boxOf(box), tiles, guest, { ...anyColumns, before });
}

export function boxOf({ width, height }: Size): Place {
  return { x: 0, y: 0, width: Math.floor(width), height: Math.floor(height) };
}

export function cells(
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
