import type { BackgroundBlur } from '../camera-filter.ts';
import { loadOnce } from '../load-once.ts';
import type { LocalMediaPort } from '../local-media-port.ts';
import { MediaError } from '../media-error.ts';
import { blurredTrack } from './blurred-track.ts';
import type { PageOfPictures } from './blurred-track.ts';
import { fetchBlurParts } from './blur-parts.ts';
import type { BlurParts } from './painter.ts';
import { blursItself, keepOwnBlur, setOwnBlur } from './own-blur.ts';

export interface CameraBlurOptions {
  /** `null` while no devices are in use. */
  readonly local: () => LocalMediaPort | null;
  readonly told: (state: BackgroundBlur) => void;
  /** Default: what is in the files beside the script. */
  readonly fetchParts?: () => Promise<BlurParts>;
  readonly blurTrack?: typeof blurredTrack;
}

/** Whether one's background is blurred, from device to device. By the camera itself where it can, else by us. */
export class CameraBlur {
  readonly #options: CameraBlurOptions;
  #wanted = false;
  /** The newest choice: those before count no more. */
  #choice = {};
  #page: PageOfPictures | undefined;
  readonly #blurred = new WeakSet<MediaStreamTrack>();
  #work = Promise.resolve();
  /** The last camera that was opened was not let through. */
  #refused = false;
  #parts: () => Promise<BlurParts>;

  constructor(options: CameraBlurOptions) {
    this.#options = options;
    this.#parts = this.#fetchLater();
  }

  /** Rejects with `MediaError` where it cannot be had: an open camera stays as it was, a closed one stays closed. */
  async set(on: boolean, page: PageOfPictures | undefined): Promise<void> {
    const choice = (this.#choice = {});
    const before = this.#wanted;
    this.#wanted = on;
    this.#page = page;
    if (on) this.#options.told('starting');
    const again = this.#refused;
    this.#refused = false;
    const work = this.#work.then(() => this.#apply(again));
    // One change after another: each begins with what the one before made.
    this.#work = work.catch(() => undefined);
    try {
      await work;
      if (choice === this.#choice) this.#options.told(on ? 'on' : 'off');
    } catch (error) {
      if (choice !== this.#choice) return;
      if (this.#camera !== null) this.#wanted = before;
      this.#options.told(on ? 'unavailable' : 'on');
      throw error instanceof MediaError ? error : new MediaError('unknown', 'camera', error);
    }
  }

  /** For `filteredDevices`. */
  async filter(stream: MediaStream): Promise<MediaStream> {
    const [camera] = stream.getVideoTracks();
    if (camera === undefined) return stream;
    if (!this.#wanted) {
      await setOwnBlur(camera, false);
      return stream;
    }
    try {
      const track = await this.#blur(camera);
      this.#refused = false;
      this.#blurred.add(track);
      if (this.#isOn()) this.#options.told('on');
      return new MediaStream([...stream.getAudioTracks(), track]);
    } catch (error) {
      this.#refused = true;
      this.#options.told('unavailable');
      throw error;
    }
  }

  /** Nobody needs it now; what was wanted stays wanted. */
  release(): void {
    this.#parts = this.#fetchLater();
  }

  #fetchLater(): () => Promise<BlurParts> {
    return loadOnce(this.#options.fetchParts ?? fetchBlurParts);
  }

  #isOn(): boolean {
    return this.#wanted;
  }

  get #camera(): MediaStreamTrack | null {
    return this.#options.local()?.track('camera') ?? null;
  }

  async #blur(camera: MediaStreamTrack): Promise<MediaStreamTrack> {
    if (!(await setOwnBlur(camera, true))) {
      const { blurTrack = blurredTrack } = this.#options;
      return blurTrack(camera, await this.#parts(), this.#page);
    }
    keepOwnBlur(camera, () => this.#blurred.has(camera));
    return camera;
  }

  /** Brings the camera in line with what is wanted. `again`: one was refused before, and may be let through now. */
  async #apply(again: boolean): Promise<void> {
    const local = this.#options.local();
    if (local !== null) await settled(local);
    const camera = this.#camera;
    if (local !== null && camera !== null) {
      if (this.#blurred.has(camera) !== this.#wanted) await this.#change(local, camera);
    } else if (this.#wanted) {
      if (again && local?.slots.camera === 'failed') await local.setCameraMuted(false);
      if (this.#refused) throw new MediaError('unknown', 'camera');
      await this.#parts();
    }
  }

  async #change(local: LocalMediaPort, camera: MediaStreamTrack): Promise<void> {
    const wanted = this.#wanted;
    if (!wanted) this.#blurred.delete(camera);
    if (blursItself(camera) && (await setOwnBlur(camera, wanted))) {
      if (!wanted) return;
      this.#blurred.add(camera);
      keepOwnBlur(camera, () => this.#blurred.has(camera));
      return;
    }
    // The same camera once more, through the filter: the one in use stays until the other is there.
    await local.selectDevice('camera', camera.getSettings().deviceId ?? '');
  }
}

/** Resolves when the camera is not being opened any more. */
async function settled(local: LocalMediaPort): Promise<void> {
  while (local.slots.camera === 'opening')
    await new Promise<void>((resolve) => {
      const forget = local.on('slot', () => {
        forget();
        resolve();
      });
    });
}
