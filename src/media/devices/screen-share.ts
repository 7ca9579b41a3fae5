import { MediaError } from '../media-error.ts';
import type { LocalMedia } from './local-media.ts';
import { screenError } from './screen-error.ts';

/** The shared screen with its sound. A newer choice replaces the older once it is made. */
export class ScreenShare {
  readonly #media: LocalMedia;
  #stream: MediaStream | null = null;
  #attempt = new AbortController();

  constructor(media: LocalMedia) {
    this.#media = media;
    media.signal.addEventListener('abort', () => {
      this.#attempt.abort();
      stopAll(this.#stream);
    });
  }

  get stream(): MediaStream | null {
    return this.#stream;
  }

  /** Rejects with `MediaError`; what is shared already goes on. */
  async start(): Promise<void> {
    this.#attempt.abort();
    this.#attempt = new AbortController();
    const { signal } = this.#attempt;
    const stream = await this.#pick();
    if (signal.aborted) {
      stopAll(stream);
      throw new MediaError('cancelled', 'screen');
    }
    stopAll(this.#stream);
    this.#stream = stream;
    // The browser's own "stop sharing" ends the picture; the sound goes with it.
    stream.getVideoTracks()[0]?.addEventListener('ended', () => {
      if (this.#stream === stream) this.stop();
    });
    this.#changed();
  }

  stop(): void {
    this.#attempt.abort();
    stopAll(this.#stream);
    this.#stream = null;
    this.#changed();
  }

  async #pick(): Promise<MediaStream> {
    const { options, signal } = this.#media;
    const { mediaDevices } = options;
    if (signal.aborted) throw new MediaError('cancelled', 'screen');
    if (mediaDevices === undefined) throw new MediaError('insecure-context', 'screen');
    if (!('getDisplayMedia' in mediaDevices)) throw new MediaError('device-missing', 'screen');
    if (this.#stream === null) this.#media.setSlot('screen', 'opening');
    try {
      return await mediaDevices.getDisplayMedia({ video: true, audio: true });
    } catch (error) {
      this.#changed();
      throw screenError(error);
    }
  }

  /** The choice is made, refused or withdrawn, or what was shared ended. */
  #changed(): void {
    const [screen = null] = this.#stream?.getVideoTracks() ?? [];
    const [sound = null] = this.#stream?.getAudioTracks() ?? [];
    for (const [slot, track] of [
      ['screen', screen],
      ['screen-audio', sound],
    ] as const) {
      this.#media.setSlot(slot, track === null ? 'off' : 'on');
      this.#media.setTrack(slot, track);
    }
  }
}

function stopAll(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
