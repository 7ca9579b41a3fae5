import type { CallSession, PeerStatistics, VideoStatistics } from 'famedly-calls';
import { element, setText } from '../element.ts';

/** Round trip, loss, resolution and path, once a second while somebody looks. */
export class StatisticsLine {
  readonly element = element('dl', { class: 'statistics', 'aria-label': 'Connection details', hidden: true });
  readonly #values = new Map<string, HTMLElement>();
  #measured: CallSession | null = null;
  #stop: (() => void) | null = null;

  constructor() {
    for (const name of ['Round trip', 'Loss', 'Receives', 'Sends', 'Path']) {
      const value = element('dd', {}, '–');
      this.#values.set(name, value);
      this.element.append(element('div', {}, element('dt', {}, name), value));
    }
  }

  /** Measures this call; `null`: none. */
  follow(session: CallSession | null): void {
    this.element.hidden = session === null;
    if (session === this.#measured) return;
    this.#measured = session;
    this.#stop?.();
    this.#stop = session?.onStatistics((statistics) => this.#show(statistics)) ?? null;
  }

  #show(statistics: PeerStatistics): void {
    const { roundTripTime, lossReceived, lossSent, video, localCandidateType, remoteCandidateType } =
      statistics;
    this.#set('Round trip', roundTripTime === null ? '–' : `${Math.round(roundTripTime)} ms`);
    this.#set('Loss', `in ${percent(lossReceived)}, out ${percent(lossSent)}`);
    this.#set('Receives', stream(video.received, statistics.bitrateReceived));
    this.#set('Sends', stream(video.sent, statistics.bitrateSent));
    this.#set('Path', `${localCandidateType ?? '–'} to ${remoteCandidateType ?? '–'}`);
  }

  #set(name: string, words: string): void {
    const value = this.#values.get(name);
    if (value !== undefined) setText(value, words);
  }
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}

function stream(video: VideoStatistics | null, bitrate: number): string {
  const rate = `${Math.round(bitrate / 1000)} kbit/s`;
  return video === null
    ? rate
    : `${video.width} × ${video.height}, ${Math.round(video.framesPerSecond)} fps, ${rate}`;
}
