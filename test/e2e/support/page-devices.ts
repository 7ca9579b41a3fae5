const SMALL: MediaTrackConstraints = { width: 320, height: 180, frameRate: 10 };

/** The browser's devices with a picture that costs little, and with plugs that a test can pull. */
export class PageDevices extends EventTarget {
  readonly #unplugged = new Set<MediaDeviceKind>();
  readonly #occupied = new Set<MediaDeviceKind>();
  readonly #opened: MediaStreamTrack[] = [];
  #asked = 0;
  /** Kept: a page may put this in their place. */
  readonly #browsers = navigator.mediaDevices;
  /** Bound here: a page may put `getUserMedia` alone in its place. A page that is not secure has none. */
  readonly #open = (navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia.bind(
    navigator.mediaDevices,
  );

  /** All that the engine asks of `MediaDevices`. */
  asMediaDevices(): MediaDevices {
    return this as unknown as MediaDevices;
  }

  /** How often microphone or camera were asked for. */
  get asked(): number {
    return this.#asked;
  }

  async getUserMedia({ audio, video }: MediaStreamConstraints): Promise<MediaStream> {
    this.#asked += 1;
    const asked = [audio && 'audioinput', video && 'videoinput'] as const;
    if (asked.some((kind) => kind && this.#unplugged.has(kind)))
      throw new DOMException('Unplugged', 'NotFoundError');
    if (asked.some((kind) => kind && this.#occupied.has(kind)))
      throw new DOMException('In use', 'NotReadableError');
    const small = typeof video === 'object' ? { ...video, ...SMALL } : video;
    const stream = await this.#open?.({
      ...(audio && { audio }),
      ...(small && { video: small }),
    });
    if (!stream) throw new DOMException('Not secure', 'NotAllowedError');
    this.#opened.push(...stream.getTracks());
    return stream;
  }

  async getDisplayMedia({ audio }: DisplayMediaStreamOptions): Promise<MediaStream> {
    return this.#browsers.getDisplayMedia({ video: SMALL, ...(audio && { audio }) });
  }

  async enumerateDevices(): Promise<MediaDeviceInfo[]> {
    const devices = await this.#browsers.enumerateDevices();
    return devices.filter(({ kind }) => !this.#unplugged.has(kind));
  }

  /** Every device of this kind goes, as the browser would tell it. */
  unplug(kind: 'audioinput' | 'videoinput'): void {
    this.#unplugged.add(kind);
    this.loseTrack(kind);
    this.dispatchEvent(new Event('devicechange'));
  }

  /** The device in use goes, another of its kind is left. */
  loseTrack(kind: 'audioinput' | 'videoinput'): void {
    for (const track of this.#opened.filter((track) => `${track.kind}input` === kind)) {
      if (track.readyState === 'ended') continue;
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
  }

  /** Another program holds, or lets go of, the devices of this kind. */
  occupy(kind: 'audioinput' | 'videoinput', held: boolean): void {
    if (held) this.#occupied.add(kind);
    else this.#occupied.delete(kind);
  }

  plugIn(kind: 'audioinput' | 'videoinput'): void {
    this.#unplugged.delete(kind);
    this.dispatchEvent(new Event('devicechange'));
  }
}
