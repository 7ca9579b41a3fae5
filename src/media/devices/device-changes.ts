import { MediaError } from '../media-error.ts';
import type { MediaErrorCode } from '../media-error.ts';
import { deviceError } from './device-error.ts';
import { DEVICE_SLOTS } from './device-kind.ts';
import type { DeviceSlot } from './device-kind.ts';
import type { Attempt, LocalMedia } from './local-media.ts';
import { openDevice, openExactly } from './open-devices.ts';
import { ScreenShare } from './screen-share.ts';

type Outcome = MediaStreamTrack | MediaError;

const DEVICE_KIND = {
  microphone: 'audioinput',
  camera: 'videoinput',
} as const satisfies Record<DeviceSlot, MediaDeviceKind>;

/** ms of quiet after `devicechange`: a headset announces its parts one by one, and is not to be had at once. */
const SETTLE = 250;

/** What seldom happens to a call's devices: one fails, is lost or comes back, another is chosen, a screen is shared. */
export class DeviceChanges {
  readonly screen: ScreenShare;
  readonly #media: LocalMedia;
  /** Why a slot failed. */
  readonly #failures: Partial<Record<DeviceSlot, MediaErrorCode>> = {};
  /** Unplugged while in use, taken again when it is back. */
  readonly #lost: Partial<Record<DeviceSlot, string | undefined>> = {};
  #cancelCheck = (): void => undefined;

  constructor(media: LocalMedia) {
    this.#media = media;
    this.screen = new ScreenShare(media);
    media.signal.addEventListener('abort', () => this.#cancelCheck());
  }

  /** The browser did not open what was asked, one device or both. */
  async failed(attempts: readonly Attempt[], cause: unknown): Promise<void> {
    const again = attempts.length === 2 ? await this.#mayAskAgain(cause) : (): boolean => false;
    await Promise.all(
      attempts.map(async (attempt) => {
        const { slot } = attempt;
        this.#arrived(attempt, await (again(slot) ? this.#openAny(slot) : this.#instead(slot, cause)));
      }),
    );
  }

  /** Rejects with `MediaError` when it is not to be had; the device in use stays. */
  async select(slot: DeviceSlot, deviceId: string): Promise<void> {
    const { signal, chosen, slots } = this.#media;
    if (signal.aborted) return;
    if (this.#media.track(slot) === null && !['opening', 'failed'].includes(slots[slot])) {
      chosen[slot] = deviceId;
      return;
    }
    const attempt = this.#media.attempt(slot);
    const outcome = await this.#openBeside(attempt, deviceId);
    if (outcome instanceof MediaError && this.#media.counts(attempt)) {
      if (this.#media.track(slot) === null) {
        this.#failures[slot] = outcome.code;
        this.#media.setSlot(slot, 'failed');
      }
      throw outcome;
    }
    if (!this.#arrived(attempt, outcome)) return;
    chosen[slot] = deviceId;
    this.#lost[slot] = undefined;
  }

  async lost(slot: DeviceSlot, track: MediaStreamTrack): Promise<void> {
    const media = this.#media;
    if (track !== media.track(slot) || media.signal.aborted) return;
    const { deviceId } = track.getSettings();
    if (deviceId !== undefined) this.#lost[slot] ??= deviceId;
    media.drop(slot);
    media.setSlot(slot, 'opening');
    const attempt = media.attempt(slot);
    const outcome = await this.#openAny(slot, undefined);
    if (outcome instanceof MediaError) {
      const isRefused = outcome.code === 'permission-denied';
      this.#arrived(attempt, isRefused ? outcome : new MediaError('device-lost', slot, outcome));
    } else if (this.#arrived(attempt, outcome)) media.emit('recovered', { slot, label: outcome.label });
  }

  /** What is missing is tried again, what was lost is taken back. */
  devicesChanged(): void {
    const { clock, mediaDevices } = this.#media.options;
    this.#cancelCheck();
    if (this.#media.signal.aborted) return;
    this.#cancelCheck = clock.after(SETTLE, () => {
      mediaDevices?.enumerateDevices().then(
        (devices) => Promise.all(DEVICE_SLOTS.map((slot) => this.#check(slot, devices))),
        () => undefined,
      );
    });
  }

  async #check(slot: DeviceSlot, devices: readonly MediaDeviceInfo[]): Promise<void> {
    const media = this.#media;
    const ids = devices.filter(({ kind }) => kind === DEVICE_KIND[slot]).map(({ deviceId }) => deviceId);
    const lost = this.#lost[slot];
    const isBack = lost !== undefined && ids.includes(lost);
    const mayRetry =
      media.slots[slot] === 'failed' && this.#failures[slot] !== 'permission-denied' && ids.length > 0;
    if (media.signal.aborted || !(mayRetry || (isBack && media.track(slot) !== null))) return;
    const attempt = media.attempt(slot);
    const outcome = await this.#openAny(slot, isBack ? lost : media.chosen[slot]);
    // Quietly: the person knows already, and what is in use goes on.
    if (outcome instanceof MediaError || !this.#arrived(attempt, outcome)) return;
    if (isBack) this.#lost[slot] = undefined;
    media.emit('recovered', { slot, label: outcome.label });
  }

  /** A person who closed the prompt for both is not asked twice more; one blocked device does not take the other along. */
  async #mayAskAgain(cause: unknown): Promise<(slot: DeviceSlot) => boolean> {
    if (deviceError('microphone', cause).code !== 'permission-denied') return () => true;
    const states = await this.#media.permissions();
    const isClosed = states.every((state) => state === 'prompt');
    return (slot) => !isClosed && states[DEVICE_SLOTS.indexOf(slot)] !== 'denied';
  }

  /** Any of the kind where the chosen device is gone. */
  async #instead(slot: DeviceSlot, cause: unknown): Promise<Outcome> {
    const { options, chosen } = this.#media;
    const error = deviceError(slot, cause);
    if (options.mediaDevices === undefined) return new MediaError('insecure-context', slot);
    const isGone = error.code === 'device-missing' && chosen[slot] !== undefined;
    return isGone ? this.#openAny(slot, undefined) : error;
  }

  #openAny(slot: DeviceSlot, deviceId = this.#media.chosen[slot]): Promise<Outcome> {
    return openDevice(this.#media.options.mediaDevices, slot, deviceId);
  }

  /** Phones open one camera at a time: where the new one is busy, the one in use is closed for it. */
  async #openBeside(attempt: Attempt, deviceId: string): Promise<Outcome> {
    const { slot } = attempt;
    const ask = (): Promise<Outcome> => openExactly(this.#media.options.mediaDevices, slot, deviceId);
    const outcome = await ask();
    const used = this.#media.track(slot);
    if (used === null || !(outcome instanceof MediaError) || outcome.code !== 'device-busy') return outcome;
    const usedId = used.getSettings().deviceId;
    used.stop();
    const second = await ask();
    if (second instanceof MediaError && this.#media.counts(attempt))
      this.#arrived(attempt, await this.#openAny(slot, usedId));
    return second;
  }

  /** Whether what came of an attempt still counted. */
  #arrived(attempt: Attempt, outcome: Outcome): boolean {
    if (!(outcome instanceof MediaError)) return this.#media.use(attempt, outcome);
    if (!this.#media.counts(attempt)) return false;
    const { code, slot } = outcome;
    this.#failures[attempt.slot] = code;
    this.#media.options.log.debug('device not to be had', { slot, code });
    this.#media.fail(outcome, attempt.slot);
    return true;
  }
}
