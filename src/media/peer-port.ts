import type { EventSource } from '../foundation/emitter.ts';
import type { IceCandidate, SessionDescription } from '../signalling/session-description.ts';
import type { MediaSlot } from './media-error.ts';

export type { IceCandidate, SessionDescription };

/**
 * - `new`: no connectivity check yet. `checking`, `connected`. `disconnected`: no packets for a moment, may come back by
 *   itself. `failed`: needs a restart.
 */
export type PeerConnectivity = 'new' | 'checking' | 'connected' | 'disconnected' | 'failed';

export interface PeerStatistics {
  /** Weak where people hear it: through most of the last seconds much was lost, or late. */
  readonly quality: 'good' | 'weak';
  /** ms */
  readonly roundTripTime: number | null;
  /** 0 to 1, of the packets sent to us in the last second. */
  readonly lossReceived: number | null;
  /** 0 to 1, of ours, as the other side reports it. */
  readonly lossSent: number | null;
  /** bit/s in the last second. */
  readonly bitrateReceived: number;
  readonly bitrateSent: number;
  readonly video: {
    readonly received: VideoStatistics | null;
    readonly sent: VideoStatistics | null;
  };
  /** 0 to 1 */
  readonly audioLevelReceived: number | null;
  readonly localCandidateType: RTCIceCandidateType | null;
  readonly remoteCandidateType: RTCIceCandidateType | null;
}

export interface VideoStatistics {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
}

export interface PeerEvents {
  /** Local candidates that are not in a description handed out, batched (first at once, then what comes within a short time). */
  candidates: readonly IceCandidate[];
  connectivity: PeerConnectivity;
  /** Renegotiation: to be sent as `m.call.negotiate`. Not emitted for the first offer and answer. */
  negotiation: SessionDescription;
  /** Remote streams or their tracks changed. */
  remotestreams: undefined;
  /** What the other side's description says it receives of us changed: it put us on hold, or resumed. */
  heldbyremote: boolean;
}

/** One peer connection between two devices, whatever the signalling. Operations run one after the other. */
export interface PeerPort extends EventSource<PeerEvents> {
  readonly connectivity: PeerConnectivity;

  /** Which transceivers there are from the start: audio, and video where the call has it. */
  createOffer(kinds: { readonly video: boolean }): Promise<SessionDescription>;
  /**
   * Takes the first offer and prepares the answer: nothing leaves towards the other side, not even a check; candidates in
   * the offer are held with those of `addCandidates` until `release`. Rejects with `MediaError('bad-description')`.
   */
  acceptOffer(offer: SessionDescription): Promise<void>;
  /** The prepared answer with the candidates known by now. */
  createAnswer(): Promise<SessionDescription>;
  /** Lets the held remote candidates in: checks begin. */
  release(): void;
  acceptAnswer(answer: SessionDescription): Promise<void>;
  /** A renegotiation of the other side. Resolves with the answer to send; `null` for an answer, or an offer that lost (perfect negotiation). */
  negotiate(description: SessionDescription): Promise<SessionDescription | null>;
  addCandidates(candidates: readonly IceCandidate[]): void;

  /** Sends this track in its slot; renegotiates only where a transceiver must be added (video in a voice call, a screen). */
  setTrack(slot: MediaSlot, track: MediaStreamTrack | null): void;
  /** Ids under which our streams stand in the SDP: `null` where that stream is not offered. */
  readonly localStreamIds: {
    readonly userMedia: string | null;
    readonly screen: string | null;
  };
  /** Remote streams by msid, in the order in which they came. */
  readonly remoteStreams: ReadonlyMap<string, MediaStream>;

  /** Directions to `sendonly` (and nothing sent) or back; renegotiates. */
  setRemoteOnHold(onHold: boolean): void;
  /** A new ICE generation; from now on through TURN only where `relayOnly`. Renegotiates. */
  restartIce(options: { readonly relayOnly: boolean }): void;
  /** Fresh TURN credentials for the next restart. */
  setIceServers(servers: readonly RTCIceServer[]): void;
  /** Candidates of the current generation, to send once more. */
  localCandidates(): readonly IceCandidate[];
  /** Whether the other side takes telephone events. */
  readonly canSendDtmf: boolean;
  /** 0-9, A-D, # and *; `,` waits 2 s. */
  sendDtmf(tones: string): void;
  /** Called once a second until unsubscribed; nothing is measured while nobody listens. */
  onStatistics(listener: (statistics: PeerStatistics) => void): () => void;
  close(): void;
}
