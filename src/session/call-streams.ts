import type { SlotState } from '../media/local-media-port.ts';
import type { RemoteMedia } from './call-snapshot.ts';
import type { LocalMediaPort } from '../media/local-media-port.ts';
import type { PeerPort } from '../media/peer-port.ts';
import type { StreamMetadata, StreamMetadataMap, StreamPurpose } from '../signalling/stream-metadata.ts';

function muted(state: SlotState): boolean {
  return state !== 'on' && state !== 'opening';
}

/** What we say of our streams: always all of them, since others replace the whole map. */
export function localMetadata({ slots }: LocalMediaPort, peer: PeerPort): StreamMetadataMap {
  const { userMedia, screen } = peer.localStreamIds;
  const all: Record<string, StreamMetadata> = {};
  if (userMedia !== null) {
    all[userMedia] = {
      purpose: 'm.usermedia',
      audioMuted: muted(slots.microphone),
      videoMuted: muted(slots.camera),
    };
  }
  if (screen !== null && !muted(slots.screen)) {
    all[screen] = { purpose: 'm.screenshare', audioMuted: muted(slots['screen-audio']), videoMuted: false };
  }
  return all;
}

/** What a call receives: streams by their id, and what the other side says of them. */
export interface Received {
  readonly streams: ReadonlyMap<string, MediaStream>;
  readonly metadata: StreamMetadataMap | null;
}

/** The remote stream of a purpose. Who tells no metadata has one stream, its camera and microphone. */
export function remoteStream({ streams, metadata }: Received, purpose: StreamPurpose): MediaStream | null {
  const found = [...streams].find(([id]) =>
    metadata === null ? purpose === 'm.usermedia' : metadata[id]?.purpose === purpose,
  );
  return found?.[1] ?? null;
}

/**
 * What the other side shows of itself. While we hold it, its streams are away and its word remains.
 */
export function remoteMedia(received: Received, onHold: boolean): RemoteMedia {
  const told = (purpose: StreamPurpose): StreamMetadata | undefined => {
    const all = Object.entries(received.metadata ?? {}).filter(([, stream]) => stream.purpose === purpose);
    return (all.find(([id]) => received.streams.has(id)) ?? all[0])?.[1];
  };
  const userMedia = told('m.usermedia');
  const screen = remoteStream(received, 'm.screenshare') ?? (onHold && told('m.screenshare'));
  return {
    microphoneMuted: userMedia?.audioMuted ?? false,
    cameraMuted: userMedia?.videoMuted ?? false,
    screensharing: Boolean(screen),
  };
}
