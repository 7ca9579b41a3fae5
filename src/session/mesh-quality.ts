import type { Clock } from '../foundation/clock.ts';
import type { Log } from '../foundation/log.ts';
import { Paced } from '../foundation/paced.ts';
import { FAILED_MS } from '../group-call/mesh-pair-times.ts';
import { flows, hasWaited } from '../group-call/mesh-pair.ts';
import type { MeshPair } from '../group-call/mesh-pair.ts';
import { meshQuality } from '../group-call/mesh-quality.ts';
import { NO_STRAIN, nextStrain } from '../group-call/strain.ts';
import type { Strain } from '../group-call/strain.ts';
import type { LocalMediaPort } from '../media/local-media-port.ts';
import { LimitedSending } from '../media/peer/limited-sending.ts';
import type { PeerPort } from '../media/peer-port.ts';
import { parseShownSizes } from '../signalling/shown-sizes.ts';
import type { ShownSizes } from '../signalling/shown-sizes.ts';
import { ShownTeller } from './shown-teller.ts';
import type { TellableCall } from './shown-teller.ts';
import { WeakConnections } from './weak-connections.ts';

export interface MeshQualityOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly localMedia: LocalMediaPort;
  readonly signal: AbortSignal;
  /** The connection with it got weak, or better. */
  readonly weakChanged: (peer: PeerPort) => void;
}

/** The connection with one other. */
export interface QualityCall extends TellableCall {
  readonly peer: PeerPort | null;
  /** What the other side said last of how large it shows us, as it said it. */
  readonly shown: unknown;
}

/** We and one of the others. */
type Pair = Pick<MeshPair, 'id' | 'state' | 'waitingSince'>;

/** ms between two looks at how sending goes: the browser's own adaptation has had its turn by then. */
const LOOK_EVERY = 5_000;
/** Share of packets lost from which on a path has too much to carry. */
const MUCH_LOST = 0.08;
/** ms between two changes that one of the others may ask for: each may cost an encoder. */
const SHOWN_EVERY = 500;

interface Connection {
  readonly sending: LimitedSending;
  /** Of this path alone. */
  strain: Strain;
  /** What the other side said last, and what is heeded of it. */
  said: unknown;
  readonly shown: Paced<ShownSizes | null>;
}

/**
 * Keeps what we send to each of many within what our processor, our uplink and each path carry and what they show, tells
 * them what we show, and knows which connections are weak.
 */
export class MeshQuality {
  readonly weak: WeakConnections;
  readonly #options: MeshQualityOptions;
  readonly #teller: ShownTeller;
  #connections: ReadonlyMap<PeerPort, Connection> = new Map();
  #receivers = 0;
  #savesData = false;
  /** Of the processor: it is one for all. */
  #strain = NO_STRAIN;
  #isLooking = false;

  constructor(options: MeshQualityOptions) {
    this.#options = options;
    const { clock, localMedia, signal, weakChanged } = options;
    this.weak = new WeakConnections(weakChanged);
    this.#teller = new ShownTeller(clock, signal);
    signal.addEventListener('abort', () => {
      this.weak.follow([]);
      this.#use(new Map());
    });
    // Whoever sends it has heard of it, too, when it is our turn.
    localMedia.on('track', () => queueMicrotask(() => this.#limit()), { signal });
  }

  /** The calls, and how large we show what the others send, by participant. */
  update(
    calls: ReadonlyMap<string, QualityCall>,
    pairs: readonly Pair[],
    savesData: boolean,
    shown: ReadonlyMap<string, ShownSizes | null>,
  ): void {
    const { clock, signal } = this.#options;
    if (signal.aborted) return;
    const flowing = new Set(pairs.filter(flows).map(({ id }) => id));
    const connected = new Map([...calls].filter(([id]) => flowing.has(id)));
    this.#teller.follow(connected, shown);
    const peers = new Map(
      [...connected.values()].flatMap(({ peer, shown }) => (peer === null ? [] : [[peer, shown] as const])),
    );
    this.weak.follow([...peers.keys()]);
    // Everybody counts from the start, so that nobody's picture shrinks again and again while people come.
    const receivers = pairs.filter((pair) => !hasWaited(pair, FAILED_MS, clock.now())).length;
    this.#follow(peers, receivers, savesData);
    for (const [peer, said] of peers) this.#hear(this.#connections.get(peer), said);
  }

  /** What is no word of sizes is dropped. */
  #hear(connection: Connection | undefined, said: unknown): void {
    if (connection === undefined || connection.said === said) return;
    connection.said = said;
    const sizes = parseShownSizes(said);
    if (sizes === null) this.#options.log.debug('ignored', { reason: 'shown' });
    else connection.shown.give(sizes);
  }

  #follow(peers: ReadonlyMap<PeerPort, unknown>, receivers: number, savesData: boolean): void {
    const isSame =
      peers.size === this.#connections.size && [...peers.keys()].every((peer) => this.#connections.has(peer));
    if (isSame && receivers === this.#receivers && savesData === this.#savesData) return;
    const connections = [...peers].flatMap(([peer, said]) => {
      const connection = this.#connections.get(peer) ?? this.#connection(peer, said);
      return connection === null ? [] : [[peer, connection] as const];
    });
    this.#use(new Map(connections));
    this.#receivers = receivers;
    this.#savesData = savesData;
    this.#limit();
    this.#lookLater();
  }

  #use(connections: ReadonlyMap<PeerPort, Connection>): void {
    for (const [peer, { shown }] of this.#connections) if (!connections.has(peer)) shown.dispose();
    this.#connections = connections;
  }

  #connection(peer: PeerPort, said: unknown): Connection | null {
    const { log, clock } = this.#options;
    const sending = LimitedSending.of(peer, log);
    const shown = new Paced(parseShownSizes(said), clock, SHOWN_EVERY, () => this.#limit());
    return sending && { sending, strain: NO_STRAIN, said, shown };
  }

  #limit(): void {
    const fixed = {
      receivers: this.#receivers,
      sharesScreen: this.#options.localMedia.track('screen') !== null,
      savesData: this.#savesData,
    };
    for (const { sending, strain, shown } of this.#connections.values()) {
      const together = Math.max(this.#strain.level, strain.level);
      sending.limit(meshQuality({ ...fixed, strain: together, shown: shown.value }));
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
