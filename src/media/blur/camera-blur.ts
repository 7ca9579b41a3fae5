import type { BackgroundBlur } from '../background-blur.ts';
import { LocalMedia } from '../devices/local-media.ts';
import { loadOnce } from '../load-once.ts';
import type { LocalMediaPort } from '../local-media-port.ts';
import { MediaError } from '../media-error.ts';
import { blurredTrack } from './blurred-track.ts';
import type { PageOfPictures } from './blurred-track.ts';
import { fetchBlurParts } from './blur-parts.ts';
import { filteredDevices } from './filtered-devices.ts';
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
    options.mediaDevices = filteredDevices(options.mediaDevices, (stream) => this.#filter(stream));
    // Nobody needs it then; what was wanted stays wanted.
    signal.addEventListener('abort', () => (this.#parts = loadOnce(this.#ways.fetchParts)));
  }

  /** Rejects with `MediaError` where it cannot be had: an open camera stays as it was, a closed one stays closed. */
  async set(on: boolean, page?: PageOfPictures): Promise<void> {
    if (on && this.#wanted && this.#state === 'on') return;
    const choice = (this.#choice = {});
    const before = this.#wanted;
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
      if (this.#camera !== null) this.#wanted = before;
      this.#tell(on ? 'unavailable' : 'on');
      throw error instanceof MediaError ? error : new MediaError('not-blurred', 'camera', error);
    }
  }

  async #filter(stream: MediaStream): Promise<MediaStream> {
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
      if (this.#isOn()) this.#tell('on');
      return new MediaStream([...stream.getAudioTracks(), track]);
    } catch (error) {
      this.#refused = true;
      this.#tell('unavailable');
      throw new MediaError('not-blurred', 'camera', error);
    }
  }

  #tell(state: BackgroundBlur): void {
    this.#state = state;
    this.#changed();
  }

  #isOn(): boolean {
    return this.#wanted;
  }

  get #camera(): MediaStreamTrack | null {
    return this.#local()?.track('camera') ?? null;
  }

  async #blur(camera: MediaStreamTrack): Promise<MediaStreamTrack> {
    if (!(await setOwnBlur(camera, true))) {
      return this.#ways.blurTrack(camera, await this.#parts(), this.#page);
    }
    keepOwnBlur(camera, () => this.#blurred.has(camera));
    return camera;
  }

  /** Brings the camera in line with what is wanted. `again`: one was refused before, and may be let through now. */
  async #apply(again: boolean): Promise<void> {
    const local = this.#local();
    if (local !== null) await settled(local);
    const camera = this.#camera;
    if (local !== null && camera !== null) {
      if (this.#blurred.has(camera) !== this.#wanted) await this.#change(local, camera);
    } else if (this.#wanted) {
      if (again && local?.slots.camera === 'failed') await local.setCameraMuted(false);
      if (this.#refused) throw new MediaError('not-blurred', 'camera');
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
