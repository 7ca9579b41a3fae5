/** Where the self view lies; `start` and `end` follow the direction of writing. */
export type Corner = 'bottom-end' | 'bottom-start' | 'top-end' | 'top-start';

/** CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The corner whose quarter of `frame` has `point` in it. */
export function cornerAt(point: Point, frame: DOMRect, rtl: boolean): Corner {
  const onLeft = point.x < frame.left + frame.width / 2;
  const onTop = point.y < frame.top + frame.height / 2;
  return `${onTop ? 'top' : 'bottom'}-${onLeft === rtl ? 'end' : 'start'}`;
}

/** The corner that an arrow key leads to, or `null` for any other key. */
export function cornerByKey(key: string, corner: Corner, rtl: boolean): Corner | null {
  const [block, inline] = corner.split('-') as ['bottom' | 'top', 'end' | 'start'];
  switch (key) {
    case 'ArrowUp':
      return `top-${inline}`;
    case 'ArrowDown':
      return `bottom-${inline}`;
    case 'ArrowLeft':
      return `${block}-${rtl ? 'end' : 'start'}`;
    case 'ArrowRight':
      return `${block}-${rtl ? 'start' : 'end'}`;
    default:
      return null;
  }
}
