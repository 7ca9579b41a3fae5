import { fit } from './tile-shape.ts';
import type { Shape, Size } from './tile-shape.ts';

export const gap = 8;
/** No cell is smaller, while two find room. */
const smallest: Size = { width: 104, height: 72 };
/** Columns stay while their smallest tile is this much of the best: people keep their places. */
const goodEnough = 0.85;

/** From the box's inline start and top, in CSS pixels. */
export interface Place extends Size {
  readonly x: number;
  readonly y: number;
}

export interface Columns {
  readonly least: number;
  readonly most: number;
  /** How many there were before somebody came or went. */
  readonly before: number | null;
}

/** How many of them find room; the last cell says how many more when it is not all. */
export function roomFor(count: number, box: Size, { most }: Columns): number {
  const columns = Math.min(most, fitting(box.width, smallest.width));
  return Math.min(count, Math.max(2, columns * fitting(box.height, smallest.height)));
}

/** Columns that give the biggest smallest tile. */
export function columnsFor(shapes: readonly Shape[], box: Size, { least, most, before }: Columns): number {
  const range = Array.from(
    { length: Math.min(Math.max(shapes.length, least), most) },
    (_, place) => place + 1,
  );
  const allowed = range.filter((columns) => columns >= least);
  const roomy = allowed.filter((columns) => isRoomy(cellOf(shapes.length, columns, box)));
  const candidates = roomy.length > 0 ? roomy : allowed;
  const areas = new Map(candidates.map((columns) => [columns, smallestArea(shapes, columns, box)]));
  const best = Math.max(...areas.values());
  const enough = candidates.filter((columns) => (areas.get(columns) ?? 0) >= best * goodEnough);
  return (
    enough.find((columns) => columns === before) ?? enough.find((columns) => areas.get(columns) === best) ?? 1
  );
}

/** Rows of equal cells in the middle of the box, the last row in the middle of its own; each tile in the middle of its cell. */
export function pack(shapes: readonly Shape[], columns: number, box: Place): Place[] {
  const offered = cellOf(shapes.length, columns, box);
  const sizes = shapes.map((shape) => fit(shape, offered));
  const cell = {
    width: Math.max(...sizes.map(({ width }) => width)),
    height: Math.max(...sizes.map(({ height }) => height)),
  };
  const rows = Math.ceil(shapes.length / columns);
  const top = box.y + middle(box.height, extent(rows, cell.height));
  return sizes.map(({ width, height }, index) => {
    const row = Math.floor(index / columns);
    const inRow = row === rows - 1 ? shapes.length - row * columns : columns;
    const start = box.x + middle(box.width, extent(inRow, cell.width));
    return {
      x: start + (index % columns) * (cell.width + gap) + middle(cell.width, width),
      y: top + row * (cell.height + gap) + middle(cell.height, height),
      width,
      height,
    };
  });
}

function cellOf(count: number, columns: number, { width, height }: Size): Size {
  return { width: share(width, columns), height: share(height, Math.ceil(count / columns)) };
}

function smallestArea(shapes: readonly Shape[], columns: number, box: Size): number {
  const cell = cellOf(shapes.length, columns, box);
  return Math.min(...shapes.map((shape) => area(fit(shape, cell))));
}

function isRoomy({ width, height }: Size): boolean {
  return width >= smallest.width && height >= smallest.height;
}

const area = ({ width, height }: Size): number => width * height;
const extent = (count: number, size: number): number => count * (size + gap) - gap;
const fitting = (length: number, size: number): number => Math.floor((length + gap) / (size + gap));
const middle = (outer: number, inner: number): number => Math.max(0, (outer - inner) / 2);
const share = (length: number, count: number): number =>
  Math.max(0, Math.floor((length + gap) / count) - gap);
