import type { Place } from './packing.ts';

type Direction = 'left' | 'right' | 'up' | 'down';

/** Which tile a key leads to; `null`: none, or the key is another one's. */
export function tileAt(
  key: string,
  places: ReadonlyMap<string, Place>,
  from: string,
  rtl: boolean,
): string | null {
  const ids = [...places.keys()];
  if (key === 'Home') return ids[0] ?? null;
  if (key === 'End') return ids.at(-1) ?? null;
  // Places count from the start, keys from the left.
  const directions: Readonly<Record<string, Direction>> = {
    ArrowLeft: rtl ? 'right' : 'left',
    ArrowRight: rtl ? 'left' : 'right',
    ArrowUp: 'up',
    ArrowDown: 'down',
  };
  const direction = directions[key];
  return direction === undefined ? null : neighbour(places, from, direction);
}

/** What lies next to a tile on that side: as near as can be, and rather straight ahead than aslant. */
function neighbour(places: ReadonlyMap<string, Place>, from: string, direction: Direction): string | null {
  const start = places.get(from);
  if (start === undefined) return null;
  const reached = [...places].flatMap(([id, place]) => {
    const away = distance(start, place, direction);
    return id === from || away === null ? [] : [{ id, away }];
  });
  return reached.sort((one, other) => one.away - other.away)[0]?.id ?? null;
}

/** `null` for what is not on that side. */
function distance(from: Place, to: Place, direction: Direction): number | null {
  const across = to.x + to.width / 2 - (from.x + from.width / 2);
  const along = to.y + to.height / 2 - (from.y + from.height / 2);
  const lies = direction === 'left' || direction === 'right';
  const ahead = (lies ? across : along) * (direction === 'left' || direction === 'up' ? -1 : 1);
  const reach = lies ? (from.width + to.width) / 4 : (from.height + to.height) / 4;
  return ahead < reach ? null : ahead + 2 * Math.abs(lies ? along : across);
}
