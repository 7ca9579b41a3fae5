import type { PeerStatistics } from '../../../src/index.ts';

/** Seconds without a new picture: at the start of video, and after a lost key frame, one passes by itself. */
const STILL_FOR_PAUSED = 2;

/** Tells, one sample a second, whether the other side's video stands still because the connection is weak. */
export class PausedVideo {
  #stillFor = 0;

  /** `expectsVideo`: the other side's camera is on, and nobody holds the call. */
  add({ video, quality }: PeerStatistics, expectsVideo: boolean): boolean {
    const still = (video.received?.framesPerSecond ?? 0) === 0;
    this.#stillFor = expectsVideo && still ? this.#stillFor + 1 : 0;
    return quality === 'weak' && this.#stillFor >= STILL_FOR_PAUSED;
  }
}
