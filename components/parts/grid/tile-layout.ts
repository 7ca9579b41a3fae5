import { anyColumns, boxOf, cells, gridLayout } from './grid-layout.ts';
import type { LayoutWishes, TileLayout } from './grid-layout.ts';
import { gap } from './packing.ts';
import { clamp, free, ratioOf, shapesOf } from './tile-shape.ts';
import type { LayoutTile, Shape, Size } from './tile-shape.ts';

/** Beside a stage nothing is upright where its picture allows it. */
const lying: Shape = { narrowest: 4 / 3, widest: free.widest };
/** Width by height of a stage without a picture. */
const stageRatio = 1.6;

/** As `gridLayout`, and what is on the stage is big, the rest in a strip beside it, or below it where the box is tall. */
export function tileLayout(box: Size, tiles: readonly LayoutTile[], wishes: LayoutWishes = {}): TileLayout {
  const { stage = new Set(), guest = null } = wishes;
  const main = tiles.filter(({ id }) => stage.has(id));
  if (main.length === 0 || main.length === tiles.length) return gridLayout(box, tiles, wishes);
  const rest = tiles.filter(({ id }) => !stage.has(id));
  const whole = boxOf(box);
  const [shown, strip] =
    whole.width >= whole.height
      ? besideEachOther(whole, main, rest, guest)
      : belowEachOther(whole, main, rest, guest);
  const places = new Map([...shown.places, ...strip.places]);
  const more = strip.more ?? shown.more;
  return { places, more: more && { ...more, count: tiles.length - places.size }, columns: null };
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
  return [cells(big, main, guest, anyColumns), cells(small, rest, guest, { ...anyColumns, most: 1 }, lying)];
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
    return cells(small, rest, guest, { ...anyColumns, least: 2 });
  };
  const most = Math.max(0, Math.floor(height * 0.65) - gap);
  const ratio = main[0] && main.length === 1 ? (ratioOf(main[0]) ?? stageRatio) : 0;
  const whole = Math.min(most, Math.round(width / clamp(ratio, free.narrowest, free.widest)));
  const spare = Math.floor(2 * (topOf(stripBelow(whole)) - whole - gap));
  const [{ narrowest } = free] = shapesOf(main);
  const high = Math.max(whole, Math.min(whole + spare, Math.ceil(width / narrowest)));
  const strip = stripBelow(high);
  const stage = { x: 0, y: topOf(strip) - gap - high, width, height: high };
  return [cells(stage, main, guest, anyColumns), strip];
}

function topOf({ places, more }: TileLayout): number {
  return Math.min(...[...places.values(), ...(more ? [more.place] : [])].map(({ y }) => y));
}
