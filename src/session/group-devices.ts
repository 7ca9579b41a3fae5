import type { CameraBlur } from '../media/blur/camera-blur.ts';
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
  readonly open: () => GroupMedia;
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
  /** Once somebody wanted their background blurred. */
  blur: CameraBlur | null = null;

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
      backgroundBlur: this.blur?.state ?? 'off',
    };
  }

  get media(): GroupMedia {
    if (this.#media === null) {
      this.#media = this.#options.open();
      this.blur?.install(this.#media.localMedia);
      this.#listen(this.#media.localMedia);
    }
    return this.#media;
  }

  close(): void {
    this.#media?.localMedia.close();
    this.#media = null;
    this.#problems = [];
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
