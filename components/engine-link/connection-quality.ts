import type { PeerStatistics } from '../../src/index.ts';

/** From here on Opus' repair of lost packets is heard as broken words. */
const BAD_LOSS = 0.08;
/** ms: people begin to talk over each other. */
const BAD_ROUND_TRIP = 600;
/** Samples come once a second. */
const SAMPLES = 5;
/** Of the last five: one bad second is no weak connection. Better again only after five good ones, so that the words do not flicker. */
const BAD_FOR_WEAK = 4;
/** Seconds without a new picture: at the start of video, and after a lost key frame, one passes by itself. */
const STILL_FOR_PAUSED = 2;

/** Tells from a call's statistics, one sample a second, how the connection is: what a person would say, not what one second was. */
export class ConnectionQuality {
  #bad: readonly boolean[] = [];
  #weak = false;
  #stillFor = 0;

  /** `expectsVideo`: the other side's camera is on, and nobody holds the call. */
  add(statistics: PeerStatistics, expectsVideo: boolean): void {
    this.#bad = [...this.#bad, isBad(statistics)].slice(-SAMPLES);
    const badSeconds = this.#bad.filter(Boolean).length;
    if (badSeconds >= BAD_FOR_WEAK) this.#weak = true;
    if (badSeconds === 0 && this.#bad.length === SAMPLES) this.#weak = false;
    const still = (statistics.video.received?.framesPerSecond ?? 0) === 0;
    this.#stillFor = expectsVideo && still ? this.#stillFor + 1 : 0;
  }

  get quality(): 'good' | 'weak' {
    return this.#weak ? 'weak' : 'good';
  }

  /** The other side's video stands still because the connection is weak. */
  get videoPaused(): boolean {
    return this.#weak && this.#stillFor >= STILL_FOR_PAUSED;
  }
}

/** What was not measured, as while nothing is sent, is not bad. */
function isBad({ lossReceived, lossSent, roundTripTime }: PeerStatistics): boolean {
  const loss = Math.max(lossReceived ?? 0, lossSent ?? 0);
  return loss > BAD_LOSS || (roundTripTime ?? 0) > BAD_ROUND_TRIP;
}
