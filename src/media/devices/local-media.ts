import type { Clock } from '../../foundation/clock.ts';
import type { Log } from '../../foundation/log.ts';
import { ClosingEmitter } from '../closing-emitter.ts';
import { loadOnce } from '../load-once.ts';
import type { LocalMediaEvents, LocalMediaPort, SlotState } from '../local-media-port.ts';
import { logFailure } from '../log-failure.ts';
import { MediaError } from '../media-error.ts';
import type { MediaSlot } from '../media-error.ts';
import type { DeviceChanges } from './device-changes.ts';
import { DEVICE_SLOTS, deviceConstraints, trackOf } from './device-kind.ts';
import type { DeviceSlot } from './device-kind.ts';
import { permissionState } from './permission-state.ts';

export interface LocalMediaOptions {
  /**
   * `undefined` in an insecure context: then every device fails with `insecure-context`. Others may take their place: what
   * is opened from then on is theirs.
   */
  mediaDevices: MediaDevices | undefined;
  /** By default the browser's. */
  readonly permissions?: Permissions;
  readonly clock: Clock;
  readonly log: Log;
}

/** One of several tries to open a slot's device; only the newest counts. */
export interface Attempt {
  readonly slot: DeviceSlot;
}

/** `LocalMediaPort` over the browser's devices. What seldom happens to them is fetched when it does, or by `prepare`. */
export class LocalMedia extends ClosingEmitter<LocalMediaEvents> implements LocalMediaPort {
  readonly options: LocalMediaOptions;
  readonly userMediaStream = new MediaStream();
  slots: Readonly<Record<MediaSlot, SlotState>> = {
    microphone: 'off',
    camera: 'off',
    screen: 'off',
    'screen-audio': 'off',
  };
  /** What the person chose; else the browser's default. */
  readonly chosen: Partial<Record<DeviceSlot, string>> = {};
  readonly #tracks: Partial<Record<MediaSlot, MediaStreamTrack | null>> = {};
  readonly #newest: Partial<Record<DeviceSlot, Attempt>> = {};
  #isSilent = false;
  /** The newest wish to share: withdrawn by another. */
  #screenWish = {};
  #changes: DeviceChanges | undefined;
  #haveChanged = false;
  readonly #fetch = loadOnce(async () => {
    const { DeviceChanges } = await import('./device-changes.ts');
    this.#changes = new DeviceChanges(this);
    if (this.#haveChanged) this.#changes.devicesChanged();
    return this.#changes;
  });

  constructor(options: LocalMediaOptions) {
    super();
    this.options = options;
    // As long as nothing was fetched, nothing failed or was lost.
    const changed = (): void => {
      this.#haveChanged = true;
      this.#changes?.devicesChanged();
    };
    options.mediaDevices?.addEventListener('devicechange', changed, { signal: this.signal });
  }

  get screenStream(): MediaStream | null {
    return this.#changes?.screen.stream ?? null;
  }

  track(slot: MediaSlot): MediaStreamTrack | null {
    return this.#tracks[slot] ?? null;
  }

  async open(wanted: Readonly<Record<DeviceSlot, boolean>>): Promise<void> {
    await this.#open(
      DEVICE_SLOTS.filter((slot) => wanted[slot] && ['off', 'failed'].includes(this.slots[slot])),
    );
  }

  /** Silence without closing the device: speaking again is instant. */
  async setMicrophoneMuted(muted: boolean): Promise<void> {
    this.#isSilent = muted;
    const track = this.track('microphone');
    if (track !== null) {
      track.enabled = !muted;
      this.setSlot('microphone', muted ? 'muted' : 'on');
    } else if (!muted) await this.#open(['microphone']);
  }

  async setCameraMuted(muted: boolean): Promise<void> {
    if (!muted) await this.#open(['camera']);
    else if (this.slots.camera !== 'off') {
      this.attempt('camera');
      this.drop('camera');
      this.setSlot('camera', 'muted');
    }
  }

  async selectDevice(slot: DeviceSlot, deviceId: string): Promise<void> {
    const changes = this.#changes ?? (await this.#fetch());
    await changes.select(slot, deviceId);
  }

  async prepare(): Promise<void> {
    await this.#fetch().catch(logFailure(this.options.log, 'device changes not fetched'));
  }

  async startScreenShare(): Promise<void> {
    const wish = (this.#screenWish = {});
    // Without a pause where it is there: the browser's picker wants the person's click.
    const changes = this.#changes ?? (await this.#fetch());
    if (wish !== this.#screenWish) throw new MediaError('cancelled', 'screen');
    await changes.screen.start();
  }

  stopScreenShare(): void {
    this.#screenWish = {};
    this.#changes?.screen.stop();
  }

  override close(): void {
    super.close();
    for (const track of Object.values(this.#tracks)) track?.stop();
  }

  /** What came of those before counts no more. */
  attempt(slot: DeviceSlot): Attempt {
    return (this.#newest[slot] = { slot });
  }

  counts(attempt: Attempt): boolean {
    return this.#newest[attempt.slot] === attempt && !this.signal.aborted;
  }

  /** Puts what an attempt brought in its slot, or stops it. Whether it still counted. */
  use(attempt: Attempt, track: MediaStreamTrack): boolean {
    if (!this.counts(attempt)) {
      track.stop();
      return false;
    }
    const { slot } = attempt;
    this.#stop(slot);
    if (slot === 'microphone') track.enabled = !this.#isSilent;
    this.userMediaStream.addTrack(track);
    const lost = (): void => {
      this.#fetch()
        .then((changes) => changes.lost(slot, track))
        .catch(logFailure(this.options.log, 'lost device not replaced'));
    };
    // Chromium keeps the stream of each getUserMedia for a while: the call must not hang on to it.
    track.addEventListener('ended', lost, { once: true, signal: this.signal });
    this.setTrack(slot, track);
    this.setSlot(slot, track.enabled ? 'on' : 'muted');
    return true;
  }

  fail(error: MediaError, slot: DeviceSlot): void {
    this.setSlot(slot, 'failed');
    this.emit('problem', error);
  }

  drop(slot: DeviceSlot): void {
    this.#stop(slot);
    this.setTrack(slot, null);
  }

  #stop(slot: DeviceSlot): void {
    const track = this.track(slot);
    if (track === null) return;
    track.stop();
    this.userMediaStream.removeTrack(track);
  }

  setTrack(slot: MediaSlot, track: MediaStreamTrack | null): void {
    if (this.track(slot) === track) return;
    this.#tracks[slot] = track;
    this.emit('track', { slot, track });
  }

  setSlot(slot: MediaSlot, state: SlotState): void {
    if (this.slots[slot] === state) return;
    this.slots = { ...this.slots, [slot]: state };
    this.emit('slot', { slot, state });
  }

  /**
   * Where the person must be asked, one prompt asks for both; without a prompt each comes as soon as it can, and the
   * microphone does not wait for a slow camera.
   */
  async #open(slots: readonly DeviceSlot[]): Promise<void> {
    if (this.signal.aborted) return;
    const attempts = slots
      .filter((slot) => this.track(slot) === null && this.slots[slot] !== 'opening')
      .map((slot) => {
        this.setSlot(slot, 'opening');
        return this.attempt(slot);
      });
    const states = attempts[1] ? await this.permissions() : [];
    if (states.every((state) => state === 'granted'))
      await Promise.all(attempts.map((attempt) => this.#ask([attempt])));
    else await this.#ask(attempts);
  }

  /** Of microphone and camera. */
  permissions(): Promise<readonly string[]> {
    const { permissions = globalThis.navigator.permissions } = this.options;
    return Promise.all(DEVICE_SLOTS.map((slot) => permissionState(slot, permissions)));
  }

  async #ask(attempts: readonly Attempt[]): Promise<void> {
    try {
      const wanted = attempts.map(({ slot }) => deviceConstraints(slot, this.chosen[slot]));
      // Where the browser offers no devices it fails as any other.
      const { mediaDevices } = this.options as { mediaDevices: MediaDevices };
      const stream = await mediaDevices.getUserMedia(Object.assign({}, ...wanted) as MediaStreamConstraints);
      for (const attempt of attempts) this.use(attempt, trackOf(stream, attempt.slot));
    } catch (error) {
      await this.#fetch().then(
        (changes) => changes.failed(attempts, error),
        () => {
          for (const { slot } of attempts.filter((attempt) => this.counts(attempt)))
            this.fail(new MediaError('unknown', slot, error), slot);
        },
      );
    }
  }
}
