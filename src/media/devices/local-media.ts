import type { Clock } from '../../foundation/clock.ts';
import { Emitter } from '../../foundation/emitter.ts';
import type { ListenOptions, Unsubscribe } from '../../foundation/emitter.ts';
import type { Log } from '../../foundation/log.ts';
import type { LocalMediaEvents, LocalMediaPort, SlotState } from '../local-media-port.ts';
import { MediaError } from '../media-error.ts';
import type { MediaSlot } from '../media-error.ts';
import type { DeviceSlot } from './device-kind.ts';
import { LocalDevice } from './local-device.ts';
import { openBoth, permissionStates } from './open-devices.ts';
import type { DeviceAccess, PairPermissions } from './open-devices.ts';
import type { ScreenShare } from './screen-share.ts';

/** ms of quiet after `devicechange`: a headset announces its parts one by one, and is not to be had at once. */
const SETTLE = 250;

export interface LocalMediaOptions {
  /** `undefined` in an insecure context: then every device fails with `insecure-context`. */
  readonly mediaDevices: MediaDevices | undefined;
  /** By default the browser's. */
  readonly permissions?: Permissions;
  readonly clock: Clock;
  readonly log: Log;
}

/** `LocalMediaPort` over the browser's devices. */
export class LocalMedia implements LocalMediaPort {
  readonly userMediaStream = new MediaStream();
  readonly #log: Log;
  readonly #events = new Emitter<LocalMediaEvents>();
  readonly #life = new AbortController();
  readonly #access: DeviceAccess | null;
  /** Asked for before they are needed: who answers waits for nothing. */
  readonly #permissions: Promise<PairPermissions> | null;
  readonly #devices: Readonly<Record<DeviceSlot, LocalDevice>>;
  readonly #mediaDevices: MediaDevices | undefined;
  /** Fetched by `prepare`, or when a screen is shared first. */
  #screen: ScreenShare | null = null;
  #screenWish = new AbortController();
  readonly #shown: Record<'screen' | 'screen-audio', MediaStreamTrack | null> = {
    screen: null,
    'screen-audio': null,
  };
  #slots: Readonly<Record<MediaSlot, SlotState>> = Object.freeze({
    microphone: 'off',
    camera: 'off',
    screen: 'off',
    'screen-audio': 'off',
  });

  constructor({ mediaDevices, permissions, clock, log }: LocalMediaOptions) {
    const { signal } = this.#life;
    this.#log = log;
    this.#mediaDevices = mediaDevices;
    this.#access = mediaDevices
      ? { mediaDevices, permissions: permissions ?? globalThis.navigator.permissions }
      : null;
    this.#permissions = this.#access && permissionStates(this.#access);
    this.#devices = { microphone: this.#device('microphone'), camera: this.#device('camera') };
    let cancel = (): void => undefined;
    signal.addEventListener('abort', () => cancel());
    const changed = (): void => {
      cancel();
      cancel = clock.after(SETTLE, () => void this.#devicesChanged());
    };
    mediaDevices?.addEventListener('devicechange', changed, { signal });
  }

  on<Name extends keyof LocalMediaEvents>(
    name: Name,
    listener: (payload: LocalMediaEvents[Name]) => void,
    options?: ListenOptions,
  ): Unsubscribe {
    return this.#events.on(name, listener, options);
  }

  get screenStream(): MediaStream | null {
    return this.#screen?.stream ?? null;
  }

  get slots(): Readonly<Record<MediaSlot, SlotState>> {
    return this.#slots;
  }

  track(slot: MediaSlot): MediaStreamTrack | null {
    if (slot === 'microphone' || slot === 'camera') return this.#devices[slot].track;
    const stream = this.screenStream;
    const [track] = (slot === 'screen' ? stream?.getVideoTracks() : stream?.getAudioTracks()) ?? [];
    return track ?? null;
  }

  async open(wanted: { readonly microphone: boolean; readonly camera: boolean }): Promise<void> {
    const slots = (['microphone', 'camera'] as const).filter(
      (slot) => wanted[slot] && ['off', 'failed'].includes(this.#slots[slot]),
    );
    if (slots.length === 2 && this.#access && this.#permissions)
      await this.#openBoth(this.#access, this.#permissions);
    else await Promise.all(slots.map((slot) => this.#devices[slot].open()));
  }

  setMicrophoneMuted(muted: boolean): Promise<void> {
    return this.#devices.microphone.setSilent(muted);
  }

  setCameraMuted(muted: boolean): Promise<void> {
    return this.#devices.camera.setClosed(muted);
  }

  selectDevice(slot: 'microphone' | 'camera', deviceId: string): Promise<void> {
    return this.#devices[slot].select(deviceId);
  }

  async prepare(): Promise<void> {
    // Where it cannot be fetched now, it is when it is asked for.
    await this.#screenShare().catch(() => undefined);
  }

  async startScreenShare(): Promise<void> {
    this.#screenWish = new AbortController();
    const { signal } = this.#screenWish;
    // Without a pause where it is there: the browser's picker wants the person's click.
    const screen = this.#screen ?? (await this.#screenShare());
    if (signal.aborted) throw new MediaError('cancelled', 'screen');
    await screen.start();
  }

  stopScreenShare(): void {
    this.#screenWish.abort();
    this.#screen?.stop();
  }

  close(): void {
    this.#life.abort();
  }

  async #openBoth(access: DeviceAccess, permissions: Promise<PairPermissions>): Promise<void> {
    const { microphone, camera } = this.#devices;
    const attempts = { microphone: microphone.begin(), camera: camera.begin() };
    const chosen = { microphone: microphone.chosen, camera: camera.chosen };
    await openBoth(access, await permissions, chosen, (slot, outcome) => {
      this.#devices[slot].arrived(attempts[slot], outcome);
    });
  }

  async #devicesChanged(): Promise<void> {
    const devices = await this.#access?.mediaDevices.enumerateDevices().catch(() => []);
    if (devices === undefined || this.#life.signal.aborted) return;
    await Promise.all(Object.values(this.#devices).map((device) => device.devicesChanged(devices)));
  }

  #device(slot: DeviceSlot): LocalDevice {
    return new LocalDevice({
      slot,
      access: this.#access,
      stream: this.userMediaStream,
      signal: this.#life.signal,
      stateChanged: (state) => this.#setSlot(slot, state),
      trackChanged: (track) => this.#emit('track', { slot, track }),
      problem: (error) => this.#problem(error),
      recovered: (label) => this.#emit('recovered', { slot, label }),
    });
  }

  async #screenShare(): Promise<ScreenShare> {
    const { ScreenShare } = await import('./screen-share.ts').catch((cause: unknown) => {
      throw new MediaError('unknown', 'screen', cause);
    });
    this.#screen ??= new ScreenShare({
      mediaDevices: this.#mediaDevices,
      signal: this.#life.signal,
      asking: () => this.#setSlot('screen', 'opening'),
      changed: () => this.#screenChanged(),
    });
    return this.#screen;
  }

  #screenChanged(): void {
    for (const slot of ['screen', 'screen-audio'] as const) {
      const track = this.track(slot);
      const isNew = track !== this.#shown[slot];
      this.#shown[slot] = track;
      this.#setSlot(slot, track === null ? 'off' : 'on');
      if (isNew) this.#emit('track', { slot, track });
    }
  }

  #problem(error: MediaError): void {
    this.#log.debug('device not to be had', { slot: error.slot, code: error.code });
    this.#emit('problem', error);
  }

  #setSlot(slot: MediaSlot, state: SlotState): void {
    if (this.#slots[slot] === state) return;
    this.#slots = Object.freeze({ ...this.#slots, [slot]: state });
    this.#emit('slot', { slot, state });
  }

  #emit<Name extends keyof LocalMediaEvents>(name: Name, payload: LocalMediaEvents[Name]): void {
    if (!this.#life.signal.aborted) this.#events.emit(name, payload);
  }
}
