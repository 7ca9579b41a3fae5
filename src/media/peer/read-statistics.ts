import type { PeerStatistics, VideoStatistics } from '../peer-port.ts';

/** The fields that we read of webrtc-stats' dictionaries; TypeScript's own leave most of them out. */
interface Stat extends RTCStats {
  readonly kind?: string;
  readonly bytesReceived?: number;
  readonly bytesSent?: number;
  readonly packetsReceived?: number;
  readonly packetsLost?: number;
  readonly fractionLost?: number;
  readonly frameWidth?: number;
  readonly frameHeight?: number;
  readonly framesPerSecond?: number;
  readonly audioLevel?: number;
  readonly currentRoundTripTime?: number;
  readonly selectedCandidatePairId?: string;
  readonly nominated?: boolean;
  readonly state?: string;
  readonly localCandidateId?: string;
  readonly remoteCandidateId?: string;
  readonly candidateType?: RTCIceCandidateType;
}

type Report = ReadonlyMap<string, Stat>;

/** What happened between two reports of one connection. */
export function readStatistics(now: RTCStatsReport, before: RTCStatsReport): Omit<PeerStatistics, 'quality'> {
  const report = now as unknown as Report;
  const last = before as unknown as Report;
  const received = ofType(report, 'inbound-rtp');
  const sent = ofType(report, 'outbound-rtp');
  const pair = selectedPair(report);
  const lost = growth(received, last, 'packetsLost');
  const arrived = growth(received, last, 'packetsReceived');
  return {
    roundTripTime: pair?.currentRoundTripTime === undefined ? null : pair.currentRoundTripTime * 1000,
    lossReceived: lost + arrived > 0 ? clamp(lost / (lost + arrived)) : null,
    lossSent: largest(ofType(report, 'remote-inbound-rtp'), 'fractionLost'),
    bitrateReceived: bitrate(received, last, 'bytesReceived'),
    bitrateSent: bitrate(sent, last, 'bytesSent'),
    video: { received: video(received), sent: video(sent) },
    audioLevelReceived: largest(received, 'audioLevel'),
    localCandidateType: report.get(pair?.localCandidateId ?? '')?.candidateType ?? null,
    remoteCandidateType: report.get(pair?.remoteCandidateId ?? '')?.candidateType ?? null,
  };
}

function ofType(report: Report, type: string): readonly Stat[] {
  return [...report.values()].filter((stat) => stat.type === type);
}

/** Firefox has no transport statistics: there it is the nominated pair that works. */
function selectedPair(report: Report): Stat | undefined {
  const id = ofType(report, 'transport').find(
    (stat) => stat.selectedCandidatePairId,
  )?.selectedCandidatePairId;
  if (id !== undefined) return report.get(id);
  return ofType(report, 'candidate-pair').find((pair) => pair.nominated && pair.state === 'succeeded');
}

type Counter = 'packetsLost' | 'packetsReceived' | 'bytesReceived' | 'bytesSent';

function growth(stats: readonly Stat[], before: Report, counter: Counter): number {
  let sum = 0;
  for (const stat of stats) sum += Math.max(0, (stat[counter] ?? 0) - (before.get(stat.id)?.[counter] ?? 0));
  return sum;
}

function bitrate(stats: readonly Stat[], before: Report, counter: Counter): number {
  const known = stats.find((stat) => before.has(stat.id));
  const seconds = known ? (known.timestamp - (before.get(known.id)?.timestamp ?? 0)) / 1000 : 1;
  return seconds > 0 ? Math.round((growth(stats, before, counter) * 8) / seconds) : 0;
}

/** Of several pictures the largest that moves. */
function video(stats: readonly Stat[]): VideoStatistics | null {
  const moving = stats
    .filter((stat) => stat.kind === 'video' && (stat.framesPerSecond ?? 0) > 0)
    .map(({ frameWidth = 0, frameHeight = 0, framesPerSecond = 0 }) => ({
      width: frameWidth,
      height: frameHeight,
      framesPerSecond,
    }));
  return moving.sort((a, b) => b.width * b.height - a.width * a.height)[0] ?? null;
}

function largest(stats: readonly Stat[], field: 'fractionLost' | 'audioLevel'): number | null {
  const values = stats.map((stat) => stat[field]).filter((value) => value !== undefined);
  return values.length > 0 ? clamp(Math.max(...values)) : null;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
