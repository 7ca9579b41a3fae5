import type { Size } from '../../parts/grid/tile-shape.ts';

/** Of a picture whose shape is not known yet. */
const USUAL: Size = { width: 16, height: 9 };

/** Pixels of a picture's shorter side in a box: `whole` nothing of it is cut off, else it fills the box. */
export function shownPixels(box: Size, picture: Size | null, whole: boolean): number {
  const { width, height } = picture ?? USUAL;
  const scales = [box.width / width, box.height / height];
  const scale = whole ? Math.min(...scales) : Math.max(...scales);
  return Math.round(scale * Math.min(width, height));
}
