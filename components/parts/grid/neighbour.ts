import type { Place } from './packing.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** What lies next to a tile on that side: as near as can be, and rather straight ahead than aslant. */
export function neighbour(
  places: ReadonlyMap<string, Place>,
  from: string,
  direction: Direction,
): string | null {
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
