import { Emitter } from '../../../src/foundation/emitter.ts';
import type { Clock } from '../../../src/foundation/clock.ts';
import type {
  IceCandidate,
  PeerConnectivity,
  PeerEvents,
  PeerPort,
  PeerStatistics,
  SessionDescription,
} from '../../../src/media/peer-port.ts';

/** What gets through between two devices: everything, what goes through a relay, nothing. */
export type Path = 'open' | 'relay' | 'closed';

/** ms until checks succeed, or until a browser gives up. */
const CHECKS = 200;
const GIVES_UP = 5_000;

const nothing = (): void => undefined;

/** The paths between devices, and the peer connections that use them. */
export class FakeNetwork {
  readonly clock: Clock;
  readonly peers: FakePeer[] = [];
  readonly #paths = new Map<string, Path>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** What flows there stops where it may not flow any more. */
  setPath(one: string, other: string, path: Path): void {
    this.#paths.set([one, other].toSorted().join(), path);
    for (const peer of this.peers) peer.look();
  }

  open(device: string, polite: boolean): FakePeer {
    const peer = new FakePeer(this, device, polite, this.peers.length);
    this.peers.push(peer);
    return peer;
  }

  /** Those of a device that were open towards another, in the order in which they were made. */
  between(device: string, other: string): readonly FakePeer[] {
    return this.peers.filter((peer) => peer.device === device && peer.remote?.device === other);
  }

  carries(one: FakePeer, other: FakePeer): boolean {
    const path = this.#paths.get([one.device, other.device].toSorted().join()) ?? 'open';
    return path === 'open' || (path === 'relay' && (one.isRelayed || other.isRelayed));
  }
}

/** A peer connection whose packets go over the fake network. */
export class FakePeer extends Emitter<PeerEvents> implements PeerPort {
  readonly device: string;
  /** Whether each restart insisted on the relay. */
  readonly restarts: boolean[] = [];
  readonly localStreamIds = { userMedia: 'stream', screen: null };
  readonly remoteStreams = new Map<string, MediaStream>();
  readonly canSendDtmf = false;
  readonly addCandidates = nothing;
  readonly setTrack = nothing;
  readonly setRemoteOnHold = nothing;
  readonly setIceServers = nothing;
  readonly sendDtmf = nothing;
  readonly #network: FakeNetwork;
  readonly #polite: boolean;
  readonly #index: number;
  connectivity: PeerConnectivity = 'new';
  remote: FakePeer | null = null;
  isRelayed = false;
  isClosed = false;
  readonly #measured = new Set<(statistics: PeerStatistics) => void>();
  #isOffering = false;
  #stop = (): void => undefined;

  constructor(network: FakeNetwork, device: string, polite: boolean, index: number) {
    super();
    this.#network = network;
    this.device = device;
    this.#polite = polite;
    this.#index = index;
  }

  createOffer(): Promise<SessionDescription> {
    return Promise.resolve(this.#describe('offer'));
  }

  acceptOffer(offer: SessionDescription): Promise<void> {
    this.#takes(offer);
    return Promise.resolve();
  }

  createAnswer(): Promise<SessionDescription> {
    return Promise.resolve(this.#describe('answer'));
  }

  release(): void {
    this.#check();
  }

  acceptAnswer(answer: SessionDescription): Promise<void> {
    this.#takes(answer);
    this.#check();
    return Promise.resolve();
  }

  negotiate(description: SessionDescription): Promise<SessionDescription | null> {
    const isAnswer = description.type === 'answer';
    if (isAnswer ? !this.#isOffering : this.#isOffering && !this.#polite) return Promise.resolve(null);
    this.#isOffering = false;
    this.#takes(description);
    this.#check();
    return Promise.resolve(isAnswer ? null : this.#describe('answer'));
  }

  restartIce({ relayOnly }: { readonly relayOnly: boolean }): void {
    this.restarts.push(relayOnly);
    this.isRelayed ||= relayOnly;
    if (this.#isOffering) return;
    this.#isOffering = true;
    this.emit('negotiation', this.#describe('offer'));
  }

  /** A path that carries no more is seen to be silent, then given up; one that carries again is seen, too. */
  look(): void {
    if (this.remote === null || this.isClosed || this.connectivity === 'new') return;
    const carries = this.#network.carries(this, this.remote);
    if (this.connectivity === 'connected' && !carries) {
      this.#set('disconnected');
      this.#after(GIVES_UP, () => this.#set('failed'));
    } else if (this.connectivity === 'disconnected' && carries) this.#set('connected');
  }

  close(): void {
    this.isClosed = true;
    this.#stop();
  }

  localCandidates(): readonly IceCandidate[] {
    return [];
  }
  onStatistics(tell: (statistics: PeerStatistics) => void): () => void {
    this.#measured.add(tell);
    return () => this.#measured.delete(tell);
  }

  /** Somebody listens to what is measured. */
  get isMeasured(): boolean {
    return this.#measured.size > 0;
  }

  measure(quality: PeerStatistics['quality']): void {
    for (const tell of this.#measured) tell({ quality } as PeerStatistics);
  }

  #describe(type: SessionDescription['type']): SessionDescription {
    return { type, sdp: `m=audio m=video of ${this.#index}` };
  }

  #takes({ sdp }: SessionDescription): void {
    this.remote = this.#network.peers[Number(sdp.split(' ').at(-1))] ?? null;
  }

  #check(): void {
    const { remote } = this;
    if (remote === null || this.isClosed) return;
    const isOpen = (): boolean => this.#network.carries(this, remote) && !remote.isClosed;
    this.#after(CHECKS, () => {
      if (isOpen()) this.#set('connected');
      else if (this.connectivity !== 'connected') {
        this.#set('checking');
        this.#after(GIVES_UP, () => this.#set('failed'));
      }
    });
  }

  #after(ms: number, task: () => void): void {
    this.#stop();
    this.#stop = this.#network.clock.after(ms, task);
  }

  #set(connectivity: PeerConnectivity): void {
    this.#stop();
    this.connectivity = connectivity;
    if (!this.isClosed) this.emit('connectivity', connectivity);
  }
}
