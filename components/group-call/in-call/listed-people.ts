import type { HeardPeople } from '../../engine-link/heard-people.ts';
import type { GroupTile } from '../../parts/group-tile/group-tile.ts';
import type { ListedPerson } from '../../parts/people-list/listed-person.ts';

/** We first, then those whose hands are up in their turn, then the rest as they lie in the grid. */
export function listedPeople(tiles: readonly GroupTile[], heard: HeardPeople): readonly ListedPerson[] {
  const rank = ({ self, hand }: GroupTile): number => (self ? 0 : (hand ?? Infinity));
  return tiles
    .filter(({ screen }) => !screen)
    .toSorted((one, other) => (rank(one) === rank(other) ? 0 : rank(one) - rank(other)))
    .map((tile) => listed(tile, heard));
}

function listed(tile: GroupTile, heard: HeardPeople): ListedPerson {
  const { participant, userId, name, avatar, self, muted, speaking, hand, id, pinned } = tile;
  const hearing = heard.of(userId);
  return {
    ...{ participant, userId, name, avatar, self, muted, speaking, pinned },
    weak: tile.weak || tile.connection !== null,
    handRaised: hand !== null,
    mutedForMe: !self && hearing.muted,
    volume: hearing.volume,
    tile: id,
  };
}
