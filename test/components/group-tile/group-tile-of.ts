import { en } from '../../../components/locales/en.ts';
import { groupWords } from '../../../components/locales/group-words.en.ts';
import type { GroupTile } from '../../../components/parts/group-tile/group-tile.ts';

export const words = { ...en, ...groupWords };

/** A tile of somebody of whom there is nothing to say. */
export function groupTileOf(id: string, more: Partial<GroupTile> = {}): GroupTile {
  return {
    id,
    participant: id,
    userId: `@${id}:one.test`,
    name: `${id} Berger`,
    avatar: '',
    stream: null,
    screen: false,
    self: false,
    mirrored: false,
    muted: false,
    speaking: false,
    frozen: false,
    hand: null,
    reaction: null,
    weak: false,
    unencrypted: false,
    locked: false,
    connection: null,
    pinned: false,
    ...more,
  };
}
