import type { Clock } from '../../foundation/clock.ts';
import type { PeerStatistics } from '../peer-port.ts';
import { readStatistics } from './read-statistics.ts';

const INTERVAL = 1000;

interface SamplerOptions {
  readonly connection: RTCPeerConnection;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Measures once a second while somebody listens. */
export class StatisticsSampler {
  readonly #options: SamplerOptions;
  readonly #listeners = new Set<(statistics: PeerStatistics) => void>();
  #stop = new AbortController();

  constructor(options: SamplerOptions) {
    this.#options = options;
  }

  subscribe(listener: (statistics: PeerStatistics) => void): () => void {
    const own = (statistics: PeerStatistics): void => {
      listener(statistics);
    };
    this.#listeners.add(own);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      if (this.#listeners.delete(own) && this.#listeners.size === 0) this.#stop.abort();
    };
  }

  #start(): void {
    this.#stop = new AbortController();
    const signal = AbortSignal.any([this.#options.signal, this.#stop.signal]);
    if (!signal.aborted) void this.#sample(signal, null);
  }

  async #sample(signal: AbortSignal, before: RTCStatsReport | null): Promise<void> {
    const report = await this.#options.connection.getStats();
    if (signal.aborted) return;
    if (before !== null) this.#tell(readStatistics(report, before));
    const cancel = this.#options.clock.after(INTERVAL, () => {
      signal.removeEventListener('abort', cancel);
      void this.#sample(signal, report);
    });
    signal.addEventListener('abort', cancel, { once: true });
  }

  #tell(statistics: PeerStatistics): void {
    for (const listener of [...this.#listeners]) listener(statistics);
  }
}
