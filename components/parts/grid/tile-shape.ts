export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What the layout knows of a tile. */
export interface LayoutTile {
  readonly id: string;
  /** Width by height of its picture; `null`: nothing to see but a name. */
  readonly ratio: number | null;
  /** Nothing of it is cut off: a shared screen. */
  readonly whole: boolean;
}

/** Width by height of what a tile may be. */
export interface Shape {
  readonly narrowest: number;
  readonly widest: number;
}

/** Of a frame at least this much is seen. */
const seen = 0.7;
/** Beyond them a picture is a line. */
const extremes = { narrowest: 1 / 4, widest: 4 };
export const free: Shape = { narrowest: 3 / 4, widest: 21 / 9 };

/** Width by height of its picture; `null` for none, and for nonsense. */
export function ratioOf({ ratio }: LayoutTile): number | null {
  return ratio !== null && ratio > 0 ? clamp(ratio, extremes.narrowest, extremes.widest) : null;
}

/** Between 3:4 and 21:9, or as near to it as what may be cut off of the picture allows. */
function shapeOf(tile: LayoutTile, wish: Shape): Shape {
  const ratio = ratioOf(tile);
  if (ratio === null) return wish;
  if (tile.whole) return { narrowest: ratio, widest: ratio };
  const [least, most] = [ratio * seen, ratio / seen];
  return { narrowest: clamp(wish.narrowest, least, most), widest: clamp(wish.widest, least, most) };
}

/** Of all tiles of a grid: who has no picture looks like the rest, where the rest agrees. */
export function shapesOf(tiles: readonly LayoutTile[], wish: Shape = free): Shape[] {
  const pictured = tiles.filter((tile) => ratioOf(tile) !== null).map((tile) => shapeOf(tile, wish));
  const narrowest = Math.max(...pictured.map((shape) => shape.narrowest));
  const widest = Math.min(...pictured.map((shape) => shape.widest));
  const usual = pictured.length > 0 && narrowest <= widest ? { narrowest, widest } : wish;
  return tiles.map((tile) => (ratioOf(tile) === null ? usual : shapeOf(tile, wish)));
}

/** The biggest tile of this shape in a cell. */
export function fit({ narrowest, widest }: Shape, { width, height }: Size): Size {
  return { width: Math.min(width, height * widest), height: Math.min(height, width / narrowest) };
}

export function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
