import type { BackgroundBlur } from '../background-blur.ts';
import { LocalMedia } from '../devices/local-media.ts';
import { loadOnce } from '../load-once.ts';
import type { LocalMediaPort } from '../local-media-port.ts';
import { MediaError } from '../media-error.ts';
import { blurredTrack } from './blurred-track.ts';
import type { PageOfPictures } from './blurred-track.ts';
import { fetchBlurParts } from './blur-parts.ts';
import { filteredDevices } from './filtered-devices.ts';
import { loseCamera } from './lose-camera.ts';
import type { BlurParts } from './painter.ts';
import { blursItself, keepOwnBlur, setOwnBlur } from './own-blur.ts';

/** How it is done where the camera cannot do it by itself. */
export interface BlurWays {
  readonly fetchParts: () => Promise<BlurParts>;
  readonly blurTrack: typeof blurredTrack;
}

/** Whose cameras come and go. */
export interface BlurredDevices {
  blur: CameraBlur | null;
  /** `null` while none are in use. */
  readonly local: LocalMediaPort | null;
}

/** Whoever asks first makes what blurs the camera of these devices. */
export function blurCamera(
  devices: BlurredDevices,
  changed: () => void,
  on: boolean,
  page?: PageOfPictures,
): Promise<void> {
  devices.blur ??= new CameraBlur(() => devices.local, changed);
  return devices.blur.set(on, page);
}

/** Whether one's background is blurred, from device to device. By the camera itself where it can, else by us. */
export class CameraBlur {
  readonly #local: () => LocalMediaPort | null;
  readonly #changed: () => void;
  readonly #ways: BlurWays;
  #state: BackgroundBlur = 'off';
  #wanted = false;
  /** The newest choice: those before count no more. */
  #choice = {};
  #page: PageOfPictures | undefined;
  readonly #blurred = new WeakSet<MediaStreamTrack>();
  #work = Promise.resolve();
  /** The last camera that was opened was not let through. */
  #refused = false;
  #parts: () => Promise<BlurParts>;

  /** `local`: `null` while no devices are in use. */
  constructor(
    local: () => LocalMediaPort | null,
    changed: () => void,
    ways: BlurWays = { fetchParts: fetchBlurParts, blurTrack: blurredTrack },
  ) {
    this.#local = local;
    this.#changed = changed;
    this.#ways = ways;
    this.#parts = loadOnce(ways.fetchParts);
    const open = local();
    if (open !== null) this.install(open);
  }

  get state(): BackgroundBlur {
    return this.#state;
  }

  /** Every camera that is opened from now on goes through here. */
  install(local: LocalMediaPort): void {
    if (!(local instanceof LocalMedia)) return;
    const { options, signal } = local;
    if (options.mediaDevices === undefined) return;
    options.mediaDevices = filteredDevices(options.mediaDevices, async (stream) =>
      // What still comes after the devices were closed is stopped by them.
      signal.aborted ? stream : this.#filter(stream, signal),
    );
    // Nobody needs it then; what was wanted stays wanted.
    signal.addEventListener('abort', () => (this.#parts = loadOnce(this.#ways.fetchParts)));
  }

  /**
   * Rejects with `MediaError` where it cannot be had: an open camera stays as it was, a closed one stays closed. Where the
   * devices are closed meanwhile, it holds for those that come after them.
   */
  async set(on: boolean, page?: PageOfPictures): Promise<void> {
    if (on && this.#wanted && this.#state === 'on') return;
    const choice = (this.#choice = {});
    this.#wanted = on;
    this.#page = page;
    if (on) this.#tell('starting');
    const again = this.#refused;
    this.#refused = false;
    const work = this.#work.then(() => this.#apply(again));
    // One change after another: each begins with what the one before made.
    this.#work = work.catch(() => undefined);
    try {
      await work;
      if (choice === this.#choice) this.#tell(on ? 'on' : 'off');
    } catch (error) {
      if (choice !== this.#choice) return;
      const camera = this.#local()?.track('camera');
      if (camera) this.#wanted = this.#blurred.has(camera);
      const shown = this.#wanted ? 'on' : 'off';
      this.#tell(on ? 'unavailable' : shown);
      throw error instanceof MediaError ? error : notBlurred(error);
    }
  }

  /** `signal`: aborts when the devices are closed. */
  async #filter(stream: MediaStream, signal: AbortSignal): Promise<MediaStream> {
    const [camera] = stream.getVideoTracks();
    if (camera === undefined) return stream;
    if (!this.#wanted) {
      await setOwnBlur(camera, false);
      return stream;
    }
    const close = (): void => loseCamera(camera);
    signal.addEventListener('abort', close);
    try {
      const track = await this.#blur(camera);
      this.#refused = false;
      this.#blurred.add(track);
      if (this.#isOn()) this.#tell('on');
      return new MediaStream([...stream.getAudioTracks(), track]);
    } catch (error) {
      if (signal.aborted) return stream;
      this.#refused = true;
      this.#tell('unavailable');
      throw notBlurred(error);
    } finally {
      signal.removeEventListener('abort', close);
    }
  }

  #tell(state: BackgroundBlur): void {
    this.#state = state;
    this.#changed();
  }

  #isOn(): boolean {
    return this.#wanted;
  }

  async #blur(camera: MediaStreamTrack): Promise<MediaStreamTrack> {
    if (!(await setOwnBlur(camera, true))) {
      return this.#ways.blurTrack(camera, await this.#parts(), this.#page);
    }
    keepOwnBlur(camera, () => this.#wanted);
    return camera;
  }

  async #apply(again: boolean): Promise<void> {
    const local = this.#local();
    await Promise.race([this.#adapt(local, again), closing(local)]);
  }

  /** Brings the camera in line with what is wanted. `again`: one was refused before, and may be let through now. */
  async #adapt(local: LocalMediaPort | null, again: boolean): Promise<void> {
    if (local !== null) await settled(local);
    const camera = local?.track('camera');
    if (local && camera) {
      if (this.#blurred.has(camera) !== this.#wanted) await this.#change(local, camera);
    } else if (this.#wanted) {
      if (again && local?.slots.camera === 'failed') await local.setCameraMuted(false);
      if (this.#refused) throw notBlurred();
      await this.#parts().catch((error: unknown) => {
        throw notBlurred(error);
      });
    }
  }

  async #change(local: LocalMediaPort, camera: MediaStreamTrack): Promise<void> {
    const wanted = this.#wanted;
    if (blursItself(camera) && (await setOwnBlur(camera, wanted))) {
      if (!wanted) this.#blurred.delete(camera);
      else {
        this.#blurred.add(camera);
        keepOwnBlur(camera, () => this.#wanted);
      }
      return;
    }
    // The same camera once more, through the filter: the one in use stays until the other is there.
    await local.selectDevice('camera', camera.getSettings().deviceId ?? '');
  }
}

/** Resolves when the devices are closed, which nothing else tells: whoever is asked for one may never answer. */
function closing(local: LocalMediaPort | null): Promise<void> {
  return new Promise((resolve) => {
    if (local instanceof LocalMedia) local.signal.addEventListener('abort', () => resolve());
  });
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

function notBlurred(cause?: unknown): MediaError {
  return new MediaError('not-blurred', 'camera', cause);
}
