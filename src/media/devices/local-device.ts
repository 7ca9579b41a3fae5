import type { SlotState } from '../local-media-port.ts';
import { MediaError } from '../media-error.ts';
import { DEVICE_KIND } from './device-kind.ts';
import type { DeviceSlot } from './device-kind.ts';
import { openDevice, openExactly } from './open-devices.ts';
import type { DeviceAccess } from './open-devices.ts';

export interface LocalDeviceOptions {
  readonly slot: DeviceSlot;
  /** `null`: the browser offers no devices. */
  readonly access: DeviceAccess | null;
  readonly stream: MediaStream;
  /** Aborts when the call's media close. */
  readonly signal: AbortSignal;
  readonly stateChanged: (state: SlotState) => void;
  readonly trackChanged: (track: MediaStreamTrack | null) => void;
  readonly problem: (error: MediaError) => void;
  readonly recovered: (label: string) => void;
}

/** The microphone or the camera of a call. Of two attempts to open it the newer counts; what the older brings is stopped. */
export class LocalDevice {
  readonly #options: LocalDeviceOptions;
  #state: SlotState = 'off';
  #track: MediaStreamTrack | null = null;
  #isSilent = false;
  #failure: MediaError | null = null;
  /** What the person chose; `null`: the browser's default. */
  #chosen: string | null = null;
  /** Unplugged while in use, taken again when it is back. */
  #lost: string | null = null;
  #attempt = new AbortController();

  constructor(options: LocalDeviceOptions) {
    this.#options = options;
    options.signal.addEventListener('abort', () => {
      this.#attempt.abort();
      this.#track?.stop();
    });
  }

  get state(): SlotState {
    return this.#state;
  }

  get track(): MediaStreamTrack | null {
    return this.#track;
  }

  get chosen(): string | null {
    return this.#chosen;
  }

  /** A new attempt, to be handed to `arrived`. */
  begin(): AbortSignal {
    const attempt = this.#supersede();
    this.#setState('opening');
    return attempt;
  }

  /** What came of an attempt. Whether it still counted. */
  arrived(attempt: AbortSignal, outcome: MediaStreamTrack | MediaError): boolean {
    if (attempt.aborted) {
      if (!(outcome instanceof MediaError)) outcome.stop();
      return false;
    }
    if (outcome instanceof MediaError) {
      this.#fail(outcome);
      this.#options.problem(outcome);
    } else {
      this.#use(outcome);
    }
    return true;
  }

  async open(): Promise<void> {
    if (this.#options.signal.aborted) return;
    const attempt = this.begin();
    this.arrived(attempt, await this.#openAny());
  }

  /** Silence without closing the device: speaking again is instant. */
  async setSilent(silent: boolean): Promise<void> {
    this.#isSilent = silent;
    if (this.#track !== null) {
      this.#track.enabled = !silent;
      this.#setState(silent ? 'muted' : 'on');
    } else if (!silent && this.#state !== 'opening') {
      await this.open();
    }
  }

  /** Closes the device, and its light, or opens it again. */
  async setClosed(closed: boolean): Promise<void> {
    if (!closed) {
      if (this.#track === null && this.#state !== 'opening') await this.open();
      return;
    }
    if (this.#state === 'off') return;
    this.#attempt.abort();
    this.#drop();
    this.#setState('muted');
  }

  /** Rejects with `MediaError` when it is not to be had; the device in use stays. */
  async select(deviceId: string): Promise<void> {
    if (this.#options.signal.aborted) return;
    if (this.#track === null && this.#state !== 'opening' && this.#state !== 'failed') {
      this.#chosen = deviceId;
      return;
    }
    const attempt = this.#supersede();
    const outcome = await this.#openBeside(attempt, deviceId);
    if (outcome instanceof MediaError && !attempt.aborted) {
      if (this.#track === null) this.#fail(outcome);
      throw outcome;
    }
    if (!this.arrived(attempt, outcome)) return;
    this.#chosen = deviceId;
    this.#lost = null;
  }

  /** The devices of the computer changed: what is missing is tried again, what was lost is taken back. */
  async devicesChanged(devices: readonly MediaDeviceInfo[]): Promise<void> {
    const { slot, recovered } = this.#options;
    const ids = devices.filter(({ kind }) => kind === DEVICE_KIND[slot]).map(({ deviceId }) => deviceId);
    const isBack = this.#lost !== null && ids.includes(this.#lost);
    const mayRetry =
      this.#state === 'failed' && this.#failure?.code !== 'permission-denied' && ids.length > 0;
    if (!mayRetry && !(isBack && this.#track !== null)) return;
    const attempt = this.#supersede();
    const outcome = await this.#openAny(isBack ? this.#lost : this.#chosen);
    // Quietly: the person knows already, and what is in use goes on.
    if (outcome instanceof MediaError || !this.arrived(attempt, outcome)) return;
    if (isBack) this.#lost = null;
    recovered(outcome.label);
  }

  async #replaceLost(track: MediaStreamTrack): Promise<void> {
    if (track !== this.#track || this.#options.signal.aborted) return;
    this.#lost ??= track.getSettings().deviceId ?? null;
    this.#drop();
    const attempt = this.begin();
    const outcome = await this.#openAny(null);
    if (outcome instanceof MediaError && outcome.code !== 'permission-denied')
      this.arrived(attempt, new MediaError('device-lost', this.#options.slot, outcome));
    else if (this.arrived(attempt, outcome) && !(outcome instanceof MediaError))
      this.#options.recovered(outcome.label);
  }

  #supersede(): AbortSignal {
    this.#attempt.abort();
    this.#attempt = new AbortController();
    return AbortSignal.any([this.#attempt.signal, this.#options.signal]);
  }

  #openAny(deviceId: string | null = this.#chosen): Promise<MediaStreamTrack | MediaError> {
    const { access, slot } = this.#options;
    if (access === null) return Promise.resolve(new MediaError('insecure-context', slot));
    return openDevice(access, slot, deviceId);
  }

  /** Phones open one camera at a time: where the new one is busy, the one in use is closed for it. */
  async #openBeside(attempt: AbortSignal, deviceId: string): Promise<MediaStreamTrack | MediaError> {
    const { access, slot } = this.#options;
    if (access === null) return new MediaError('insecure-context', slot);
    const ask = (): Promise<MediaStreamTrack | MediaError> =>
      openExactly(access, slot, deviceId).catch((error: unknown) => error as MediaError);
    const outcome = await ask();
    const used = this.#track;
    if (!(outcome instanceof MediaError) || outcome.code !== 'device-busy') return outcome;
    if (used === null) return outcome;
    const usedId = used.getSettings().deviceId ?? null;
    used.stop();
    const second = await ask();
    if (second instanceof MediaError && !attempt.aborted) this.arrived(attempt, await this.#openAny(usedId));
    return second;
  }

  #use(track: MediaStreamTrack): void {
    const { stream, trackChanged } = this.#options;
    const previous = this.#track;
    if (previous !== null) stream.removeTrack(previous);
    previous?.stop();
    track.enabled = !this.#isSilent;
    stream.addTrack(track);
    // Chromium keeps the stream of each getUserMedia for a while: the call must not hang on to it.
    const { signal } = this.#options;
    track.addEventListener('ended', () => void this.#replaceLost(track), { once: true, signal });
    this.#track = track;
    this.#failure = null;
    trackChanged(track);
    this.#setState(this.#isSilent ? 'muted' : 'on');
  }

  #drop(): void {
    const track = this.#track;
    if (track === null) return;
    track.stop();
    this.#options.stream.removeTrack(track);
    this.#track = null;
    this.#options.trackChanged(null);
  }

  #fail(error: MediaError): void {
    this.#failure = error;
    this.#setState('failed');
  }

  #setState(state: SlotState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.stateChanged(state);
  }
}
