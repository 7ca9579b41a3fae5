/** Plays a stream and counts the pictures that it shows. */
export class PagePicture {
  get state() {
    const v = this.#video;
    return [
      (this as any).log,
      v.paused,
      v.readyState,
      v.currentTime,
      v.getVideoPlaybackQuality().totalVideoFrames,
      v.videoWidth,
      v.error,
      v.getBoundingClientRect().toJSON(),
    ];
  }
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
    if (this.#video.srcObject !== stream)
      (this as any).log = [...((this as any).log ?? []), `${performance.now() | 0} ${stream?.id ?? null}`];
    if (this.#video.srcObject !== stream) this.#video.srcObject = stream;
  }
}
