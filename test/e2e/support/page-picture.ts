/** Plays a stream and counts the pictures that it shows. */
export class PagePicture {
  readonly #video = document.createElement('video');
  frames = 0;

  constructor() {
    this.#video.muted = true;
    this.#video.autoplay = true;
    this.#video.playsInline = true;
    document.body.append(this.#video);
    const shown = () => {
      this.frames += 1;
      this.#video.requestVideoFrameCallback(shown);
    };
    this.#video.requestVideoFrameCallback(shown);
  }

  show(stream: MediaStream | null): void {
    if (this.#video.srcObject !== stream) this.#video.srcObject = stream;
  }
}
