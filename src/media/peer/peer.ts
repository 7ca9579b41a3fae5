import type { MediaSlot } from '../media-error.ts';
import type { PeerOptions } from '../peer-options.ts';
import type { IceCandidate, PeerConnectivity, PeerPort, PeerStatistics } from '../peer-port.ts';
import { END } from './candidate-outbox.ts';
import { Negotiation } from './negotiation.ts';
import { iceUfrags } from './sdp-text.ts';

/** `PeerPort` over an `RTCPeerConnection`. What is under way when it closes never settles. */
export class Peer extends Negotiation implements PeerPort {
  connectivity: PeerConnectivity = 'new';
  /** By msid. Tracks without a stream say nothing of their purpose and are left out. */
  remoteStreams: ReadonlyMap<string, MediaStream> = new Map();

  constructor(options: PeerOptions) {
    super(options);
    const { connection, signal } = this;
    const removed = (): void => this.#streamsChanged([]);
    connection.addEventListener(
      'track',
      ({ streams }) => {
        for (const stream of streams) stream.addEventListener('removetrack', removed, { signal });
        this.#streamsChanged(streams);
      },
      { signal },
    );
    connection.addEventListener('connectionstatechange', () => this.#connectionChanged(), { signal });
    connection.addEventListener('icecandidate', ({ candidate }) => this.#gathered(candidate), { signal });
  }

  release(): void {
    // Each candidate holds Chromium's main thread up for a moment: what goes to the homeserver now leaves before.
    this.after(0, () => this.inbox.release());
  }

  addCandidates(candidates: readonly IceCandidate[]): void {
    this.inbox.add(candidates);
  }

  setTrack(slot: MediaSlot, track: MediaStreamTrack | null): void {
    if (this.signal.aborted) return;
    this.slots.setTrack(slot, track);
    this.arrange();
  }

  get localStreamIds(): PeerPort['localStreamIds'] {
    return this.slots.ids;
  }

  setRemoteOnHold(onHold: boolean): void {
    this.later((peer) => peer.setRemoteOnHold(onHold));
  }

  restartIce(options: { readonly relayOnly: boolean }): void {
    this.later((peer) => peer.restartIce(options));
  }

  setIceServers(servers: readonly RTCIceServer[]): void {
    this.later((peer) => peer.setIceServers(servers));
  }

  localCandidates(): readonly IceCandidate[] {
    return this.outbox.gathered;
  }

  get canSendDtmf(): boolean {
    return this.slots.transceivers.get('microphone')?.sender.dtmf?.canInsertDTMF ?? false;
  }

  sendDtmf(tones: string): void {
    this.later((peer) => peer.sendDtmf(tones));
  }

  onStatistics(tell: (statistics: PeerStatistics) => void): () => void {
    const stop = new AbortController();
    this.later((peer) => peer.measure(tell, stop.signal));
    return () => stop.abort();
  }

  /** ICE and DTLS in one word. */
  #connectionChanged(): void {
    const state = this.connection.connectionState;
    if (state === 'closed') return;
    this.connectivity = state === 'connecting' ? 'checking' : state;
    this.emit('connectivity', this.connectivity);
    // Now, and not when the network is away: what mends a connection must be there.
    if (state === 'connected') this.later((peer) => peer.raiseQuality());
  }

  #gathered(candidate: RTCIceCandidate | null): void {
    const [ufrag = ''] = iceUfrags(this.connection.localDescription?.sdp);
    if (candidate === null) this.outbox.add(ufrag, END);
    else if (candidate.candidate !== '' && (candidate.usernameFragment ?? ufrag) === ufrag)
      this.outbox.add(ufrag, {
        candidate: candidate.candidate,
        sdpMid: candidate.sdpMid ?? undefined,
        sdpMLineIndex: candidate.sdpMLineIndex ?? undefined,
      });
  }

  #streamsChanged(added: readonly MediaStream[]): void {
    const streams = [...this.remoteStreams.values(), ...added];
    this.remoteStreams = new Map(
      streams.filter((stream) => stream.getTracks().length > 0).map((stream) => [stream.id, stream]),
    );
    this.emit('remotestreams', undefined);
  }
}
