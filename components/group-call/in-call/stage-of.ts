import type { GroupTile } from '../../parts/group-tile/group-tile.ts';

/** What the person brought to the stage, and how all lie else. */
export interface Arrangement {
  /** Ids of tiles. */
  readonly pinned: ReadonlySet<string>;
  /** As the person chose last, else as the page wishes. */
  readonly layout: 'auto' | 'grid' | 'spotlight';
}

/** Ids of the tiles that are big: what is pinned, else screens of others, else, in a spotlight, who speaks. */
export function stageOf(
  tiles: readonly GroupTile[],
  { pinned, layout }: Arrangement,
  activeSpeaker: string | null,
): readonly string[] {
  if (tiles.length < 2) return [];
  const chosen = tiles.filter((tile) => pinned.has(tile.id));
  if (chosen.length > 0) return ids(chosen);
  if (layout === 'grid') return [];
  const screens = tiles.filter((tile) => tile.screen && !tile.self);
  if (screens.length > 0) return ids(screens);
  if (layout === 'auto') return [];
  const others = tiles.filter((tile) => !tile.self);
  const speaker = others.find((tile) => tile.id === activeSpeaker) ?? others[0];
  return speaker === undefined ? [] : [speaker.id];
}

function ids(tiles: readonly GroupTile[]): readonly string[] {
  return tiles.map(({ id }) => id);
}
