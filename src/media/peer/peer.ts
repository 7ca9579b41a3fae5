import type { Clock } from '../../foundation/clock.ts';
import { Emitter } from '../../foundation/emitter.ts';
import type { ListenOptions, Unsubscribe } from '../../foundation/emitter.ts';
import type { Log } from '../../foundation/log.ts';
import type { MediaSlot } from '../media-error.ts';
import type { PeerOptions } from '../peer-options.ts';
import type {
  IceCandidate,
  PeerConnectivity,
  PeerEvents,
  PeerPort,
  PeerStatistics,
  SessionDescription,
} from '../peer-port.ts';
import { CandidateInbox } from './candidate-inbox.ts';
import { CandidateOutbox } from './candidate-outbox.ts';
import { IceConfiguration } from './ice-configuration.ts';
import { Negotiation } from './negotiation.ts';
import { RemoteStreams } from './remote-streams.ts';
import { iceUfrags, receivesNothing } from './sdp-text.ts';
import { growAfterStart, startEncoding } from './start-quality.ts';
import { TransceiverSlots } from './transceiver-slots.ts';

/** `PeerPort` over an `RTCPeerConnection`. What is under way when it closes never settles. */
export class Peer implements PeerPort {
  readonly #clock: Clock;
  readonly #log: Log;
  readonly #events = new Emitter<PeerEvents>();
  readonly #life = new AbortController();
  readonly #connection: RTCPeerConnection;
  readonly #ice: IceConfiguration;
  readonly #slots: TransceiverSlots;
  readonly #inbox: CandidateInbox;
  readonly #outbox: CandidateOutbox;
  readonly #negotiation: Negotiation;
  readonly #remoteStreams: RemoteStreams;
  #connectivity: PeerConnectivity = 'new';
  #heldByRemote = false;

  constructor(options: PeerOptions) {
    const { clock, log, polite, userMediaStream } = options;
    const { signal } = this.#life;
    this.#clock = clock;
    this.#log = log;
    this.#ice = new IceConfiguration(options);
    const connection = this.#ice.create(options.createPeerConnection);
    this.#connection = connection;
    this.#inbox = new CandidateInbox(connection, log);
    this.#outbox = new CandidateOutbox({ clock, signal, send: (batch) => this.#emit('candidates', batch) });
    this.#slots = new TransceiverSlots({ connection, userMediaStream, cameraEncoding: startEncoding, log });
    this.#negotiation = new Negotiation({
      connection,
      polite,
      slots: this.#slots,
      inbox: this.#inbox,
      outbox: this.#outbox,
      signal,
      log,
      offer: (description) => this.#emit('negotiation', description),
      remoteChanged: (sdp) => this.#remoteChanged(sdp),
    });
    this.#remoteStreams = new RemoteStreams({
      connection,
      signal,
      changed: () => this.#emit('remotestreams', undefined),
    });
    growAfterStart({ connection, clock, signal, camera: () => this.#slots.sender('camera') });
    connection.addEventListener('connectionstatechange', () => this.#connectionChanged(), { signal });
    connection.addEventListener('icecandidate', ({ candidate }) => this.#gathered(candidate), { signal });
  }

  on<Name extends keyof PeerEvents>(
    name: Name,
    listener: (payload: PeerEvents[Name]) => void,
    options?: ListenOptions,
  ): Unsubscribe {
    return this.#events.on(name, listener, options);
  }

  get connectivity(): PeerConnectivity {
    return this.#connectivity;
  }

  createOffer(kinds: { readonly video: boolean }): Promise<SessionDescription> {
    return this.#negotiation.createOffer(kinds);
  }

  acceptOffer(offer: SessionDescription): Promise<void> {
    return this.#negotiation.acceptOffer(offer);
  }

  createAnswer(): Promise<SessionDescription> {
    return this.#negotiation.createAnswer();
  }

  release(): void {
    const { signal } = this.#life;
    // Each candidate holds Chromium's main thread up for a moment: what goes to the homeserver now leaves before.
    signal.addEventListener(
      'abort',
      this.#clock.after(0, () => this.#inbox.release()),
      { once: true },
    );
  }

  acceptAnswer(answer: SessionDescription): Promise<void> {
    return this.#negotiation.acceptAnswer(answer);
  }

  negotiate(description: SessionDescription): Promise<SessionDescription | null> {
    return this.#negotiation.negotiate(description);
  }

  addCandidates(candidates: readonly IceCandidate[]): void {
    this.#inbox.add(candidates);
  }

  setTrack(slot: MediaSlot, track: MediaStreamTrack | null): void {
    if (!this.#life.signal.aborted) this.#slots.setTrack(slot, track);
  }

  get localStreamIds(): { readonly userMedia: string | null; readonly screen: string | null } {
    return this.#slots.ids;
  }

  get remoteStreams(): ReadonlyMap<string, MediaStream> {
    return this.#remoteStreams.current;
  }

  setRemoteOnHold(onHold: boolean): void {
    if (!this.#life.signal.aborted) this.#slots.setOnHold(onHold);
  }

  restartIce({ relayOnly }: { readonly relayOnly: boolean }): void {
    if (relayOnly) this.#ice.useRelayOnly(this.#connection);
    this.#connection.restartIce();
  }

  setIceServers(servers: readonly RTCIceServer[]): void {
    this.#ice.useServers(this.#connection, servers);
  }

  localCandidates(): readonly IceCandidate[] {
    return this.#outbox.gathered;
  }

  get canSendDtmf(): boolean {
    return this.#slots.sender('microphone')?.dtmf?.canInsertDTMF ?? false;
  }

  sendDtmf(tones: string): void {
    const dtmf = this.#slots.sender('microphone')?.dtmf;
    // A new call of insertDTMF replaces what is still to be played.
    if (dtmf?.canInsertDTMF === true) dtmf.insertDTMF(dtmf.toneBuffer + tones);
  }

  onStatistics(tell: (statistics: PeerStatistics) => void): () => void {
    const stop = new AbortController();
    const signal = AbortSignal.any([this.#life.signal, stop.signal]);
    import('./sample-statistics.ts')
      .then(({ sampleStatistics }) => {
        if (signal.aborted) return undefined;
        return sampleStatistics({ connection: this.#connection, clock: this.#clock, signal, tell });
      })
      .catch((error: unknown) => {
        this.#log.warn('no statistics', { error: error instanceof Error ? error.name : null });
      });
    return () => stop.abort();
  }

  close(): void {
    this.#life.abort();
    this.#connection.close();
  }

  /** ICE and DTLS in one word. */
  #connectionChanged(): void {
    const state = this.#connection.connectionState;
    if (state === 'closed') return;
    this.#connectivity = state === 'connecting' ? 'checking' : state;
    this.#emit('connectivity', this.#connectivity);
  }

  #gathered(candidate: RTCIceCandidate | null): void {
    const [ufrag = ''] = iceUfrags(this.#connection.localDescription?.sdp ?? '');
    this.#outbox.startGeneration(ufrag);
    if (candidate === null) this.#outbox.add(null);
    else if (candidate.candidate !== '' && (candidate.usernameFragment ?? ufrag) === ufrag)
      this.#outbox.add({
        candidate: candidate.candidate,
        sdpMid: candidate.sdpMid ?? undefined,
        sdpMLineIndex: candidate.sdpMLineIndex ?? undefined,
      });
  }

  #remoteChanged(sdp: string): void {
    const held = receivesNothing(sdp);
    if (held === this.#heldByRemote) return;
    this.#heldByRemote = held;
    this.#emit('heldbyremote', held);
  }

  #emit<Name extends keyof PeerEvents>(name: Name, payload: PeerEvents[Name]): void {
    if (!this.#life.signal.aborted) this.#events.emit(name, payload);
  }
}
