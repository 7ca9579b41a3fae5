export type StreamPurpose = 'm.usermedia' | 'm.screenshare';

/** One stream's part in `sdp_stream_metadata` (specification, VoIP: stream metadata). */
export interface StreamMetadata {
  readonly purpose: StreamPurpose;
  readonly audioMuted: boolean;
  readonly videoMuted: boolean;
}

/** By stream id as in the SDP's `msid`. */
export type StreamMetadataMap = Readonly<Record<string, StreamMetadata>>;

export function sameMetadata(a: StreamMetadataMap | null, b: StreamMetadataMap | null): boolean {
  if (a === null || b === null) return a === b;
  const ids = Object.keys(a);
  return (
    ids.length === Object.keys(b).length &&
    ids.every((id) => {
      const [x, y] = [a[id], b[id]];
      return x?.purpose === y?.purpose && x?.audioMuted === y?.audioMuted && x?.videoMuted === y?.videoMuted;
    })
  );
}
