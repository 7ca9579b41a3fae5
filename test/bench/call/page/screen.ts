import { firstFrame } from './first-frame.ts';

/** Shows streams and tells when the first picture of one was there. */
export class Screen {
  readonly #video = document.createElement('video');
  #stream: MediaStream | null = null;
  #seen: (at: number) => void = () => undefined;
  #firstFrame = this.#expectFrame();

  constructor() {
    this.#video.muted = true;
    this.#video.autoplay = true;
    this.#video.playsInline = true;
    document.body.append(this.#video);
  }

  /** When the first picture of the stream shown now, or of the next one, is there. */
  get firstFrame(): Promise<number> {
    return this.#firstFrame;
  }

  show(stream: MediaStream | null): void {
    if (stream === this.#stream) return;
    this.#stream = stream;
    this.#video.srcObject = stream;
    if (stream === null) {
      this.#firstFrame = this.#expectFrame();
      return;
    }
    void firstFrame(this.#video).then(this.#seen);
  }

  remove(): void {
    this.show(null);
    this.#video.remove();
  }

  #expectFrame(): Promise<number> {
    return new Promise((resolve) => {
      this.#seen = resolve;
    });
  }
}
