import type { SlotState } from '../media/local-media-port.ts';
import type { RemoteMedia } from './call-snapshot.ts';
import type { LocalMediaPort } from '../media/local-media-port.ts';
import type { PeerPort } from '../media/peer-port.ts';
import type { StreamMetadata, StreamMetadataMap, StreamPurpose } from '../signalling/stream-metadata.ts';

function flows(state: SlotState): boolean {
  return state === 'on' || state === 'opening';
}

/** What we say of our streams: always all of them, since others replace the whole map. */
export function localMetadata(media: LocalMediaPort, peer: PeerPort): StreamMetadataMap {
  const { userMedia, screen } = peer.localStreamIds;
  const { slots } = media;
  const entries: [string, StreamMetadata][] = [];
  if (userMedia !== null) {
    entries.push([
      userMedia,
      {
        purpose: 'm.usermedia',
        audioMuted: !flows(slots.microphone),
        videoMuted: !flows(slots.camera),
      },
    ]);
  }
  if (screen !== null && flows(slots.screen)) {
    entries.push([
      screen,
      { purpose: 'm.screenshare', audioMuted: !flows(slots['screen-audio']), videoMuted: false },
    ]);
  }
  return Object.fromEntries(entries);
}

export interface RemoteStream {
  readonly stream: MediaStream;
  readonly metadata: StreamMetadata | null;
}

/** The remote stream of a purpose. Who tells no metadata has one stream, its camera and microphone. */
export function remoteStream(
  streams: ReadonlyMap<string, MediaStream>,
  metadata: StreamMetadataMap | null,
  purpose: StreamPurpose,
): RemoteStream | null {
  if (metadata === null) {
    const [first] = streams.values();
    return first === undefined || purpose !== 'm.usermedia' ? null : { stream: first, metadata: null };
  }
  for (const [id, stream] of streams) {
    const told = Object.hasOwn(metadata, id) ? metadata[id] : undefined;
    if (told?.purpose === purpose) return { stream, metadata: told };
  }
  return null;
}

/**
 * What the other side shows of itself. While we hold it, its streams are away and its word remains.
 */
export function remoteMedia(
  streams: ReadonlyMap<string, MediaStream>,
  metadata: StreamMetadataMap | null,
  onHold: boolean,
): RemoteMedia {
  const told = (purpose: StreamPurpose): StreamMetadata | undefined =>
    remoteStream(streams, metadata, purpose)?.metadata ??
    Object.values(metadata ?? {}).find((stream) => stream.purpose === purpose);
  const userMedia = told('m.usermedia');
  const screen = remoteStream(streams, metadata, 'm.screenshare');
  return {
    microphoneMuted: userMedia?.audioMuted ?? false,
    cameraMuted: userMedia?.videoMuted ?? false,
    screensharing: screen !== null || (onHold && told('m.screenshare') !== undefined),
  };
}
