/** What a person hardly hears, and the middle of loud speech: dB below full scale. */
const quiet = -55;
const loud = -12;

/** Reads how loud a track is. Has a context of its own until it is closed. */
export class LevelReader {
  readonly track: MediaStreamTrack;
  readonly #context = new AudioContext();
  readonly #analyser: AnalyserNode;
  readonly #samples: Float32Array<ArrayBuffer>;

  constructor(track: MediaStreamTrack) {
    this.track = track;
    this.#analyser = new AnalyserNode(this.#context, { fftSize: 1024 });
    this.#samples = new Float32Array(this.#analyser.fftSize);
    this.#context.createMediaStreamSource(new MediaStream([track])).connect(this.#analyser);
    // Held back until the person has touched the page: silence until then.
    this.#context.resume().catch(() => undefined);
  }

  /** 0 to 1, as the ear takes it. */
  read(): number {
    this.#analyser.getFloatTimeDomainData(this.#samples);
    const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
    const decibels = 10 * Math.log10(power);
    return Math.min(1, Math.max(0, (decibels - quiet) / (loud - quiet)));
  }

  close(): void {
    this.#analyser.disconnect();
    this.#context.close().catch(() => undefined);
  }
}
