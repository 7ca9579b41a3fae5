import type { CameraBlur } from '../media/blur/camera-blur.ts';
import type { PageOfPictures } from '../media/blur/blurred-track.ts';
import type { BackgroundBlur, CameraFilter } from '../media/camera-filter.ts';
import { loadOnce } from '../media/load-once.ts';
import type { MediaError } from '../media/media-error.ts';
import type { LocalMediaPort } from '../media/local-media-port.ts';
import type { CallSessionPorts } from './call-session-ports.ts';
import type { MediaProblem } from './call-snapshot.ts';
import type { GroupCallSessionEvents } from './group-call-session-events.ts';
import type { GroupCallSnapshot } from './group-call-snapshot.ts';

/** Our microphone, camera and screen, and the way they go out. */
export type GroupMedia = Pick<CallSessionPorts, 'localMedia' | 'createPeer' | 'iceServers'>;

/** What is opened where it can be. */
export interface WantedDevices {
  readonly microphone: boolean;
  readonly camera: boolean;
}

export interface GroupDevicesOptions {
  readonly open: (filter: CameraFilter) => GroupMedia;
  readonly changed: () => void;
  readonly sharing: (on: boolean) => void;
  readonly problem: (error: MediaError) => void;
  readonly recovered: (recovered: GroupCallSessionEvents['recovered']) => void;
}

const NOTHING_OPEN: GroupCallSnapshot['local'] = Object.freeze({
  microphone: 'off',
  camera: 'off',
  screen: 'off',
  'screen-audio': 'off',
});

/** Local media of a group call: made when they are first asked for, gone when we leave. */
export class GroupDevices {
  readonly #options: GroupDevicesOptions;
  #media: GroupMedia | null = null;
  #problems: readonly MediaProblem[] = [];
  #blurs: BackgroundBlur = 'off';
  /** Once somebody wants their background blurred: no camera is opened without it. */
  #blur: Promise<CameraBlur> | null = null;
  readonly #fetchBlur = loadOnce(async () => {
    const { CameraBlur } = await import('../media/blur/camera-blur.ts');
    return new CameraBlur({ local: () => this.local, told: (state) => this.#tell(state) });
  });

  constructor(options: GroupDevicesOptions) {
    this.#options = options;
  }

  get local(): LocalMediaPort | null {
    return this.#media?.localMedia ?? null;
  }

  /** For the snapshot. */
  get facts(): Pick<GroupCallSnapshot, 'local' | 'problems' | 'backgroundBlur'> {
    return {
      local: this.local?.slots ?? NOTHING_OPEN,
      problems: this.#problems,
      backgroundBlur: this.#blurs,
    };
  }

  get media(): GroupMedia {
    if (this.#media === null) {
      this.#media = this.#options.open(async (stream) => (await this.#blur)?.filter(stream) ?? stream);
      this.#listen(this.#media.localMedia);
    }
    return this.#media;
  }

  async setBackgroundBlur(on: boolean, page?: PageOfPictures): Promise<void> {
    if (!on && this.#blur === null) return;
    if (on) this.#tell('starting');
    this.#blur = this.#fetchBlur();
    const blur = await this.#blur.catch((error: unknown) => {
      this.#tell(on ? 'unavailable' : 'off');
      if (on) throw error;
      // What never came blurred nothing.
      this.#blur = null;
    });
    await blur?.set(on, page);
  }

  close(): void {
    this.#media?.localMedia.close();
    void this.#blur?.then(
      (blur) => blur.release(),
      () => undefined,
    );
    this.#media = null;
    this.#problems = [];
  }

  #tell(state: BackgroundBlur): void {
    this.#blurs = state;
    this.#options.changed();
  }

  #listen(localMedia: LocalMediaPort): void {
    const { changed, sharing, problem, recovered } = this.#options;
    localMedia.on('slot', ({ slot, state }) => {
      this.#problems = this.#problems.filter((known) => known.slot !== slot || state === 'failed');
      if (slot === 'screen') sharing(state === 'on');
      changed();
    });
    localMedia.on('problem', (error) => {
      const { slot, code } = error;
      this.#problems = [...this.#problems.filter((known) => known.slot !== slot), { slot, code }];
      problem(error);
      changed();
    });
    localMedia.on('recovered', recovered);
  }
}
