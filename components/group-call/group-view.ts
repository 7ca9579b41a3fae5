import type { GroupCallSnapshot, MediaDevice } from '../../src/index.ts';
import type { Person } from '../engine-link/people.ts';
import type { ShownGroupCall } from '../engine-link/shown-group-call.ts';
import type { Words } from '../locales/en.ts';
import type { GroupWords } from '../locales/group-words.en.ts';
import type { Obstacle } from '../parts/card/obstacle.ts';
import type { GroupTile } from '../parts/group-tile/group-tile.ts';
import type { ListedPerson } from '../parts/people-list/listed-person.ts';
import type { Overlay } from '../parts/request.ts';
import type { Toast } from '../parts/toasts/toasts.ts';
import type { GroupScene } from './group-scene.ts';

/** How people lie in the element. */
export interface Arrangement {
  /** Ids of tiles that the person brought to the stage. */
  readonly pinned: ReadonlySet<string>;
  /** As the person chose last, else as the page wishes. */
  readonly layout: 'auto' | 'grid' | 'spotlight';
}

/** What lies over the call, or beside it. */
export interface Opened {
  readonly overlay: Overlay | null;
  readonly people: boolean;
  readonly devices: readonly MediaDevice[];
  readonly pendingDevice: 'microphone' | 'camera' | 'speaker' | null;
}

export interface GroupView {
  readonly words: Words & GroupWords;
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
  readonly encrypted: boolean;
  readonly directLimit: number | null;
  readonly tiles: readonly GroupTile[];
  /** Ids of the tiles that are big. */
  readonly stage: readonly string[];
  readonly listed: readonly ListedPerson[];
  readonly handRaised: boolean;
  readonly opened: Opened;
  readonly toasts: readonly Toast[];
  readonly soundBlocked: boolean;
  /** Device id; `''` is the system's. */
  readonly speaker: string;
  readonly unreachable: boolean;
  readonly signedOut: boolean;
  /** ms that we were in the call that is over. */
  readonly duration: number | null;
  readonly canPictureInPicture: boolean;
  readonly isFullScreen: boolean;
}
