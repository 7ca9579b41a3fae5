import { cornerAt, cornerByKey } from './corner.ts';
import type { Corner, Point } from './corner.ts';
import { drag } from './drag.ts';
import { movedStyles } from './moved.styles.ts';

/** What is moved from corner to corner. */
export interface Movable extends HTMLElement {
  corner: Corner;
}

let dragging = new AbortController();

/** Gives `view` its corners. */
export function makeMovable({ shadowRoot }: Movable): void {
  const { styleSheet } = movedStyles;
  const sheets = shadowRoot?.adoptedStyleSheets;
  if (styleSheet && sheets?.includes(styleSheet) === false) sheets.push(styleSheet);
}

/** Follows the pointer, and lays `view` into the corner where it is let go of. */
export function moveByPointer(view: Movable, pressed: PointerEvent): void {
  dragging.abort();
  dragging = new AbortController();
  drag(
    view,
    pressed,
    {
      move: ({ x, y }) => {
        view.toggleAttribute('dragged', true);
        view.style.setProperty('translate', `${x}px ${y}px`);
      },
      drop: (glides) => moveTo(view, glides ? nearest(view, glides) : view.corner),
    },
    dragging,
  );
}

/** Moves `view` by an arrow key; false for any other key. */
export function moveByKey(view: Movable, key: string): boolean {
  const corner = cornerByKey(key, view.corner, isRtl(view));
  if (corner !== null) moveTo(view, corner);
  return corner !== null;
}

/** It was taken out of the page: nothing of a drag remains. */
export function letGo(view: Movable): void {
  dragging.abort();
  lie(view);
}

function nearest(view: Movable, glides: Point): Corner {
  const { left, top, width, height } = view.getBoundingClientRect();
  const middle = { x: left + width / 2 + glides.x, y: top + height / 2 + glides.y };
  const frame = (view.offsetParent ?? document.documentElement).getBoundingClientRect();
  return cornerAt(middle, frame, isRtl(view));
}

/** Lies in its corner at once and is drawn where it was: CSS moves it over, or does not where motion is reduced. */
function moveTo(view: Movable, corner: Corner): void {
  const from = view.getBoundingClientRect();
  view.toggleAttribute('dragged', true);
  view.style.removeProperty('translate');
  // Not by the property: that one comes to the attribute a moment later.
  view.setAttribute('corner', corner);
  const to = view.getBoundingClientRect();
  view.style.setProperty('translate', `${from.x - to.x}px ${from.y - to.y}px`);
  view.getBoundingClientRect();
  lie(view);
}

function lie(view: Movable): void {
  view.toggleAttribute('dragged', false);
  view.style.removeProperty('translate');
}

function isRtl(view: Movable): boolean {
  return getComputedStyle(view).direction === 'rtl';
}
