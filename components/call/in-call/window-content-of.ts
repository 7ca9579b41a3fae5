import type { PictureInPictureContent } from '../../parts/picture-in-picture/picture-in-picture.ts';
import type { InCallView } from './in-call-view.ts';

/** What picture in picture shows of a call. */
export function windowContentOf({ call, peer, scene, snapshot }: InCallView): PictureInPictureContent {
  const stream = scene === 'share' ? call?.remoteScreenSharingStream : call?.remoteUserMediaStream;
  return {
    name: peer.name,
    userId: peer.userId,
    stream: stream ?? null,
    showVideo: scene === 'video' || scene === 'share',
    microphoneMuted: snapshot?.local.microphone !== 'on',
  };
}
