import type { Clock } from '../../foundation/clock.ts';
import type { PeerStatistics } from '../peer-port.ts';
import { ConnectionQuality } from './connection-quality.ts';
import { readStatistics } from './read-statistics.ts';

const INTERVAL = 1000;

interface Sampling {
  readonly connection: RTCPeerConnection;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly tell: (statistics: PeerStatistics) => void;
}

/** Measures once a second until `signal` aborts. */
export async function sampleStatistics(
  sampling: Sampling,
  before: RTCStatsReport | null = null,
  quality = new ConnectionQuality(),
): Promise<void> {
  const { connection, clock, signal, tell } = sampling;
  const report = await connection.getStats();
  if (signal.aborted) return;
  if (before !== null) {
    const second = readStatistics(report, before);
    tell({ ...second, quality: quality.add(second) });
  }
  const cancel = clock.after(INTERVAL, () => {
    signal.removeEventListener('abort', cancel);
    void sampleStatistics(sampling, report, quality);
  });
  signal.addEventListener('abort', cancel, { once: true });
}
