import { MediaError } from '../media-error.ts';
import { screenError } from './screen-error.ts';

interface ScreenShareOptions {
  readonly mediaDevices: MediaDevices | undefined;
  /** Aborts when the call's media close. */
  readonly signal: AbortSignal;
  readonly asking: () => void;
  /** The choice is made, refused or withdrawn, or what was shared ended. */
  readonly changed: () => void;
}

/** The shared screen with its sound. A newer choice replaces the older once it is made. */
export class ScreenShare {
  readonly #options: ScreenShareOptions;
  #stream: MediaStream | null = null;
  #attempt = new AbortController();

  constructor(options: ScreenShareOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => {
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
    this.#options.changed();
  }

  stop(): void {
    this.#attempt.abort();
    stopAll(this.#stream);
    this.#stream = null;
    this.#options.changed();
  }

  async #pick(): Promise<MediaStream> {
    const { mediaDevices, signal, asking, changed } = this.#options;
    if (signal.aborted) throw new MediaError('cancelled', 'screen');
    if (mediaDevices === undefined) throw new MediaError('insecure-context', 'screen');
    if (!('getDisplayMedia' in mediaDevices)) throw new MediaError('device-missing', 'screen');
    if (this.#stream === null) asking();
    try {
      return await mediaDevices.getDisplayMedia({ video: true, audio: true });
    } catch (error) {
      changed();
      throw screenError(error);
    }
  }
}

function stopAll(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
