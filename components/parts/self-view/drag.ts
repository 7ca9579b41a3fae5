import type { Point } from './corner.ts';

/** CSS pixels that a hand trembles by: no drag yet. */
const slack = 4;
/** A throw goes on for this long, milliseconds. */
const glide = 120;
/** Older moves do not count for a throw, milliseconds. */
const recent = 80;

export interface Dragged {
  /** How far the pointer is from where it was pressed. */
  readonly move: (by: Point) => void;
  /** Let go of: how far it would still glide. `null`: the pointer was cancelled. */
  readonly drop: (glides: Point | null) => void;
}

/** Follows the pointer that `pressed` has put on `element`, wherever it goes, until it is let go of. A click is none. */
export function drag(
  element: HTMLElement,
  pressed: PointerEvent,
  { move, drop }: Dragged,
  over: AbortController,
): void {
  const { signal } = over;
  let moved = false;
  let trail: readonly PointerEvent[] = [pressed];
  const listen = (
    type: 'pointermove' | 'pointerup' | 'lostpointercapture',
    told: (at: PointerEvent) => void,
  ) => element.addEventListener(type, (at) => at.pointerId === pressed.pointerId && told(at), { signal });

  element.setPointerCapture(pressed.pointerId);
  listen('pointermove', (at) => {
    const by = { x: at.clientX - pressed.clientX, y: at.clientY - pressed.clientY };
    moved ||= Math.hypot(by.x, by.y) > slack;
    trail = [...trail.filter((past) => at.timeStamp - past.timeStamp < recent), at];
    if (moved) move(by);
  });
  listen('pointerup', (at) => {
    over.abort();
    if (moved) drop(glideOf(trail, at));
  });
  // Cancelled, or taken by another element.
  listen('lostpointercapture', () => {
    over.abort();
    if (moved) drop(null);
  });
}

function glideOf(trail: readonly PointerEvent[], at: PointerEvent): Point {
  const from = trail.find((past) => at.timeStamp - past.timeStamp < recent) ?? at;
  const reach = glide / Math.max(1, at.timeStamp - from.timeStamp);
  return { x: (at.clientX - from.clientX) * reach, y: (at.clientY - from.clientY) * reach };
}
