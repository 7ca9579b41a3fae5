/** A stream with a steady tone of `amplitude` (0 to 1), without a microphone. */
export class SoundingStream {
  readonly #context = new AudioContext();
  readonly #gain: GainNode;
  readonly stream: MediaStream;

  constructor(amplitude: number) {
    const destination = new MediaStreamAudioDestinationNode(this.#context);
    this.#gain = new GainNode(this.#context, { gain: amplitude });
    const tone = new OscillatorNode(this.#context, { frequency: 440 });
    tone.connect(this.#gain).connect(destination);
    tone.start();
    this.stream = destination.stream;
  }

  set amplitude(amplitude: number) {
    this.#gain.gain.value = amplitude;
  }

  get track(): MediaStreamTrack {
    return this.stream.getAudioTracks()[0]!;
  }

  close(): void {
    void this.#context.close();
  }
}
