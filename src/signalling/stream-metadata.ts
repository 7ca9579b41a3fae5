export type StreamPurpose = 'm.usermedia' | 'm.screenshare';

/** One stream's part in `sdp_stream_metadata` (specification, VoIP: stream metadata). */
export interface StreamMetadata {
  readonly purpose: StreamPurpose;
  readonly audioMuted: boolean;
  readonly videoMuted: boolean;
}

/** By stream id as in the SDP's `msid`. */
export type StreamMetadataMap = Readonly<Record<string, StreamMetadata>>;
