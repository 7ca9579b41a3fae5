import type { GroupCallSnapshot, MediaDevice } from '../../src/index.ts';
import type { Person } from '../engine-link/people.ts';
import type { ShownGroupCall } from '../engine-link/shown-group-call.ts';
import type { GroupFirstWords } from '../locales/group-language.ts';
import type { Obstacle } from '../parts/card/obstacle.ts';
import type { GroupTile } from '../parts/group-tile/group-tile.ts';
import type { Overlay } from '../parts/request.ts';
import type { GroupScene } from './group-scene.ts';

/** How people lie in the element. */
export interface Arranged {
  readonly tiles: readonly GroupTile[];
  /** Ids of the tiles that are big. */
  readonly stage: readonly string[];
}

/** What one rendering shows of a group call until it is connected. */
export interface GroupView extends Arranged {
  readonly words: GroupFirstWords;
  /** BCP 47 */
  readonly tag: string;
  readonly scene: GroupScene;
  readonly obstacle: Obstacle | null;
  readonly call: ShownGroupCall | null;
  readonly snapshot: GroupCallSnapshot | null;
  readonly self: Person;
  /** Somebody in the room, by user id. */
  readonly person: (userId: string) => Person;
  readonly roomName: string;
  /** `null`: not known. */
  readonly encrypted: boolean | null;
  readonly directLimit: number | null;
  readonly devices: readonly MediaDevice[];
  /** Device id; `''` is the system's. */
  readonly speaker: string;
  readonly overlay: Overlay | null;
  readonly unreachable: boolean;
  readonly signedOut: boolean;
  /** A part of the script has not come. */
  readonly lacks: boolean;
  /** The person has seen that the call is over for them. */
  readonly dismissed: boolean;
}
