import type { GroupTile } from '../../parts/group-tile/group-tile.ts';
import type { PictureInPictureContent } from '../../parts/picture-in-picture/picture-in-picture.ts';
import type { GroupInCallView } from './group-in-call-view.ts';

/** Whom or what one would look at, if it were only one: the stage, else who speaks, else the first. */
export function mainTileOf({ tiles, stage, snapshot }: GroupInCallView): GroupTile | undefined {
  const staged = tiles.find(({ id }) => id === stage[0]);
  return staged ?? tiles.find(({ id }) => id === snapshot?.activeSpeaker) ?? tiles[0];
}

/** What picture in picture shows of a group call. */
export function windowContentOf(view: GroupInCallView): PictureInPictureContent {
  const tile = mainTileOf(view);
  return {
    name: tile?.name ?? view.roomName,
    userId: tile?.userId ?? '',
    stream: tile?.stream ?? null,
    showVideo: tile !== undefined && tile.stream !== null,
    microphoneMuted: view.snapshot?.local.microphone !== 'on',
  };
}
