import type { PeerPort } from '../media/peer-port.ts';

/** Which of the connections are weak, second by second. */
export class WeakConnections {
  readonly #changed: (peer: PeerPort) => void;
  readonly #weak = new Set<PeerPort>();
  #stops = new Map<PeerPort, () => void>();

  constructor(changed: (peer: PeerPort) => void) {
    this.#changed = changed;
  }

  has(peer: PeerPort | null): boolean {
    return peer !== null && this.#weak.has(peer);
  }

  /** Measures these, and no others. */
  follow(peers: readonly PeerPort[]): void {
    const before = this.#stops;
    this.#stops = new Map(peers.map((peer) => [peer, before.get(peer) ?? this.#watch(peer)]));
    for (const [peer, stop] of before) {
      if (this.#stops.has(peer)) continue;
      stop();
      this.#weak.delete(peer);
    }
  }

  #watch(peer: PeerPort): () => void {
    return peer.onStatistics(({ quality }) => {
      const isWeak = quality === 'weak';
      if (isWeak === this.#weak.has(peer)) return;
      if (isWeak) this.#weak.add(peer);
      else this.#weak.delete(peer);
      this.#changed(peer);
    });
  }
}
