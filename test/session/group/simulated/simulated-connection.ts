import { Emitter } from '../../../../src/foundation/emitter.ts';
import type {
  IceCandidate,
  PeerConnectivity,
  PeerEvents,
  PeerPort,
  SessionDescription,
} from '../../../../src/media/peer-port.ts';
import type { MediaSlot } from '../../../../src/media/media-error.ts';
import type { Air } from '../../../call/model/air.ts';
import { SimulatedPeer } from '../../../call/model/simulated-peer.ts';
import type { Descriptions } from '../../../call/model/simulated-peer.ts';

export interface ConnectionWorld {
  readonly air: Air;
  readonly descriptions: Descriptions;
  /** Lets the device do something after so many ms, or later if it sleeps. */
  readonly later: (ms: number, task: () => void) => void;
}

const CHECKS_MS = 60;

/** The peer connection of the 1:1 calls' model, behind the port of the real one. Both ends that took each other's word connect. */
export class SimulatedConnection extends Emitter<PeerEvents> implements PeerPort {
  readonly peer: SimulatedPeer;
  readonly #world: ConnectionWorld;
  connectivity: PeerConnectivity = 'new';
  readonly localStreamIds;
  readonly remoteStreams = new Map<string, MediaStream>();
  readonly canSendDtmf = false;

  constructor(name: string, polite: boolean, world: ConnectionWorld) {
    super();
    this.#world = world;
    this.localStreamIds = { userMedia: `stream ${name}`, screen: `screen ${name}` };
    this.peer = new SimulatedPeer(name, polite, world.descriptions, {
      connectivity: (to) => {
        world.later(CHECKS_MS, () => this.#connectivity(to));
      },
      held: (onHold) => this.emit('heldbyremote', onHold),
      negotiation: (description) => this.emit('negotiation', description),
      later: (task) => world.later(0, task),
    });
    world.air.add(this.peer);
  }

  createOffer(): Promise<SessionDescription> {
    return this.#do(() => this.peer.createOffer());
  }

  acceptOffer(offer: SessionDescription): Promise<void> {
    return this.#do(() => this.peer.acceptOffer(offer));
  }

  createAnswer(): Promise<SessionDescription> {
    return this.#do(() => this.peer.createAnswer());
  }

  release(): void {
    this.peer.released = true;
    this.#world.air.look();
  }

  acceptAnswer(answer: SessionDescription): Promise<void> {
    return this.#do(() => this.peer.acceptAnswer(answer));
  }

  negotiate(description: SessionDescription): Promise<SessionDescription | null> {
    return this.#do(() => this.peer.negotiate(description));
  }

  addCandidates(candidates: readonly IceCandidate[]): void {
    this.peer.addCandidates(candidates);
  }

  localCandidates(): readonly IceCandidate[] {
    return [this.peer.candidate(1)];
  }

  setTrack(_slot: MediaSlot, _track: MediaStreamTrack | null): void {
    this.emit('remotestreams', undefined);
  }

  setRemoteOnHold(onHold: boolean): void {
    this.peer.setRemoteOnHold(onHold);
  }

  restartIce(): void {
    this.peer.restartIce();
  }

  setIceServers(): void {
    this.#world.air.look();
  }

  sendDtmf(): void {
    throw new Error('nobody dials in a group');
  }

  onStatistics(): () => void {
    return () => undefined;
  }

  close(): void {
    this.peer.closed = true;
    this.#world.air.look();
  }

  #connectivity(to: `media-${'connected' | 'disconnected' | 'failed'}`): void {
    if (this.peer.closed) return;
    this.connectivity = to.slice('media-'.length) as PeerConnectivity;
    this.emit('connectivity', this.connectivity);
  }

  async #do<Value>(operation: () => Value): Promise<Value> {
    await Promise.resolve();
    const value = operation();
    this.#world.air.look();
    return value;
  }
}
