import type { Clock } from '../foundation/clock.ts';
import type { Log } from '../foundation/log.ts';

export interface PeerOptions {
  readonly createPeerConnection: (configuration: RTCConfiguration) => RTCPeerConnection;
  readonly iceServers: readonly RTCIceServer[];
  readonly icePolicy: 'all' | 'relay';
  /** In perfect negotiation the callee is polite. */
  readonly polite: boolean;
  /** Ids for the streams in the SDP come from here: the local media's streams. */
  readonly userMediaStream: MediaStream;
  readonly clock: Clock;
  readonly log: Log;
}
