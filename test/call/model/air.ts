import type { SimulatedPeer } from './simulated-peer.ts';
import type { SimulatedTime } from './simulated-time.ts';

const FAILS_AFTER = 10_000;

/** Where media flows: between two peers that agreed, may check, and have a path. */
export class Air {
  readonly #time: SimulatedTime;
  readonly #isCut: (peer: SimulatedPeer) => boolean;
  #peers: SimulatedPeer[] = [];

  constructor(time: SimulatedTime, isCut: (peer: SimulatedPeer) => boolean) {
    this.#time = time;
    this.#isCut = isCut;
  }

  add(peer: SimulatedPeer): void {
    this.#peers.push(peer);
  }

  /** Pairs between which media flows, caller first. */
  pairs(): readonly (readonly [SimulatedPeer, SimulatedPeer])[] {
    return this.#peers.flatMap((peer) => {
      const { remote } = peer;
      const flows = !peer.polite && remote !== null && this.#agreed(peer);
      return flows && peer.connectivity === 'connected' && remote.connectivity === 'connected'
        ? [[peer, remote] as const]
        : [];
    });
  }

  /** Lets every peer see what its path is like now. */
  look(): void {
    this.#peers = this.#peers.filter((peer) => !peer.closed);
    for (const peer of this.#peers) {
      if (this.#flows(peer)) this.#up(peer);
      else if (peer.connectivity === 'connected') this.#down(peer);
    }
  }

  #agreed(peer: SimulatedPeer): boolean {
    const { remote } = peer;
    return (
      remote?.remote === peer &&
      peer.released &&
      remote.released &&
      !peer.closed &&
      !remote.closed &&
      peer.generation === remote.generation
    );
  }

  #flows(peer: SimulatedPeer): boolean {
    const { remote } = peer;
    return remote !== null && this.#agreed(peer) && !this.#isCut(peer) && !this.#isCut(remote);
  }

  #up(peer: SimulatedPeer): void {
    if (peer.connectivity === 'connected' || peer.failedIn === peer.generation) return;
    peer.connectivity = 'connected';
    peer.reports.connectivity('media-connected');
  }

  #down(peer: SimulatedPeer): void {
    peer.connectivity = 'disconnected';
    peer.reports.connectivity('media-disconnected');
    this.#time.after(FAILS_AFTER, () => {
      if (peer.connectivity === 'disconnected' && !peer.closed) this.fail(peer);
    });
  }

  flicker(peer: SimulatedPeer): void {
    this.#down(peer);
  }

  fail(peer: SimulatedPeer): void {
    peer.connectivity = 'failed';
    peer.failedIn = peer.generation;
    peer.reports.connectivity('media-failed');
  }
}
