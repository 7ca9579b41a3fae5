import type { Clock } from '../foundation/clock.ts';
import type { Log } from '../foundation/log.ts';
import { meshQuality } from '../group-call/mesh-quality.ts';
import { NO_STRAIN, nextStrain } from '../group-call/strain.ts';
import type { Strain } from '../group-call/strain.ts';
import type { LocalMediaPort } from '../media/local-media-port.ts';
import { LimitedSending } from '../media/peer/limited-sending.ts';
import type { PeerPort } from '../media/peer-port.ts';
import { WeakConnections } from './weak-connections.ts';

export interface MeshQualityOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly localMedia: LocalMediaPort;
  readonly signal: AbortSignal;
  /** The connection with it got weak, or better. */
  readonly weakChanged: (peer: PeerPort) => void;
}

/** ms between two looks at how sending goes: the browser's own adaptation has had its turn by then. */
const LOOK_EVERY = 5_000;
/** Share of packets lost from which on a path has too much to carry. */
const MUCH_LOST = 0.08;

interface Connection {
  readonly sending: LimitedSending;
  /** Of this path alone. */
  strain: Strain;
}

/** Keeps what we send to each of many within what our processor, our uplink and each path carry, and knows which are weak. */
export class MeshQuality {
  readonly weak: WeakConnections;
  readonly #options: MeshQualityOptions;
  #connections: ReadonlyMap<PeerPort, Connection> = new Map();
  #receivers = 0;
  #savesData = false;
  /** Of the processor: it is one for all. */
  #strain = NO_STRAIN;
  #isLooking = false;

  constructor(options: MeshQualityOptions) {
    this.#options = options;
    const { localMedia, signal, weakChanged } = options;
    this.weak = new WeakConnections(weakChanged);
    signal.addEventListener('abort', () => this.weak.follow([]));
    // Whoever sends it has heard of it, too, when it is our turn.
    localMedia.on('track', () => queueMicrotask(() => this.#limit()), { signal });
  }

  /** `peers` are connected; `receivers` of our picture there are together with those who are about to be. */
  update(peers: readonly PeerPort[], receivers: number, savesData = false): void {
    this.weak.follow(peers);
    const isSame =
      peers.length === this.#connections.size && peers.every((peer) => this.#connections.has(peer));
    if (isSame && receivers === this.#receivers && savesData === this.#savesData) return;
    const connections = peers.flatMap((peer) => {
      const connection = this.#connections.get(peer) ?? this.#connection(peer);
      return connection === null ? [] : [[peer, connection] as const];
    });
    this.#connections = new Map(connections);
    this.#receivers = receivers;
    this.#savesData = savesData;
    this.#limit();
    this.#lookLater();
  }

  #connection(peer: PeerPort): Connection | null {
    const sending = LimitedSending.of(peer, this.#options.log);
    return sending && { sending, strain: NO_STRAIN };
  }

  #limit(): void {
    const fixed = {
      receivers: this.#receivers,
      sharesScreen: this.#options.localMedia.track('screen') !== null,
      savesData: this.#savesData,
    };
    for (const { sending, strain } of this.#connections.values()) {
      const together = Math.max(this.#strain.level, strain.level);
      sending.limit(meshQuality({ ...fixed, strain: together }));
    }
  }

  #lookLater(): void {
    const { clock, signal } = this.#options;
    if (this.#isLooking || this.#connections.size === 0 || signal.aborted) return;
    this.#isLooking = true;
    const cancel = clock.after(LOOK_EVERY, () => {
      signal.removeEventListener('abort', cancel);
      void this.#look().finally(() => {
        this.#isLooking = false;
        this.#lookLater();
      });
    });
    signal.addEventListener('abort', cancel, { once: true });
  }

  async #look(): Promise<void> {
    const seen = await Promise.all(
      [...this.#connections.values()].map(async (connection) => {
        const trouble = await connection.sending.trouble();
        if (trouble !== null) connection.strain = nextStrain(connection.strain, trouble.loss > MUCH_LOST);
        return trouble;
      }),
    );
    const looks = seen.filter((trouble) => trouble !== null);
    if (looks.length === 0) return;
    const isShort = looks.some(({ isProcessorShort }) => isProcessorShort);
    const before = this.#strain.level;
    this.#strain = nextStrain(this.#strain, isShort);
    if (this.#strain.level !== before) {
      this.#options.log.debug('what is sent fits the processor', { level: this.#strain.level });
    }
    this.#limit();
  }
}
