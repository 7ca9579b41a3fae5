import type { MediaDevice } from '../../src/index.ts';
import { DeviceList } from '../engine-link/device-list.ts';
import { KeptDevices } from '../engine-link/kept-devices.ts';
import type { ShownGroupCall } from '../engine-link/shown-group-call.ts';
import { SpeakerChoice } from '../engine-link/speaker-choice.ts';
import type { GroupDesk } from './group-desk.ts';
import { isBefore } from './group-scene.ts';

export type ChosenSlot = 'microphone' | 'camera' | 'speaker';

const SLOTS = ['microphone', 'camera'] as const;

/** With what somebody goes in. */
export interface JoinsWith {
  readonly microphone: boolean;
  readonly camera: boolean;
}

/** Our camera and microphone as we had them last, and all devices to choose from in the lobby. */
export class Preview {
  readonly kept = new KeptDevices();
  readonly speaker: SpeakerChoice;
  readonly #desk: GroupDesk;
  readonly #list: DeviceList;
  #call: ShownGroupCall | null = null;
  #slots: unknown = null;
  #watched = new AbortController();
  /** The camera comes once what it must not show is hidden. */
  cameraComes = false;

  constructor(desk: GroupDesk) {
    this.#desk = desk;
    this.#list = new DeviceList(desk.changed);
    this.speaker = new SpeakerChoice(desk.sound.remote);
  }

  get devices(): readonly MediaDevice[] {
    return this.#list.devices;
  }

  /** After each rendering. */
  follow(): void {
    const { view, wishes, attempt } = this.#desk;
    // Names of devices are known once one of them is open: with each change they are asked for again.
    const slots = isBefore(view.scene) ? view.snapshot?.local : null;
    if (slots !== this.#slots) this.#listDevices(slots != null);
    this.#slots = slots;
    const call = view.scene === 'lobby' ? view.call : null;
    if (call === this.#call) return;
    this.#call = call;
    if (call !== null && (view.dismissed || wishes.lobby === 'on')) attempt(() => this.#open(call));
  }

  close(): void {
    this.#watched.abort();
    this.#call = null;
    this.#slots = null;
  }

  mute(slot: 'microphone' | 'camera', muted: boolean): Promise<void> | undefined {
    const { call, view } = this.#desk;
    // As somebody goes in, they go in the next time.
    if (isBefore(view.scene)) this.kept.set({ [slot]: !muted });
    if (slot === 'microphone') return call?.setMicrophoneMuted(muted);
    return muted || call === null ? call?.setLocalVideoMuted(muted) : this.#openCamera(call);
  }

  /** Goes in at once: a camera that would show what is to be hidden comes when that is. */
  async enter(call: ShownGroupCall, { microphone, camera }: JoinsWith): Promise<void> {
    const isHidden = this.#isHidden(call);
    if (!isHidden) void call.setLocalVideoMuted(true);
    const entered = call.enter({ microphone, camera: camera && isHidden });
    if (camera && !isHidden) this.#desk.attempt(() => this.#openCamera(call));
    await entered;
  }

  #isHidden({ snapshot }: ShownGroupCall): boolean {
    return !this.kept.choices.blur || snapshot.backgroundBlur === 'on';
  }

  /** Not where we have gone by then. */
  async #openCamera(call: ShownGroupCall): Promise<void> {
    const { localUserMediaStream } = call;
    this.cameraComes = true;
    const isHidden = await this.#hide(call);
    this.cameraComes = false;
    if (!isHidden || call !== this.#desk.call || call.localUserMediaStream !== localUserMediaStream) return;
    await call.setLocalVideoMuted(false);
  }

  /** Who hid what is behind them the last time hides it now: whether their camera may be opened. */
  async #hide(call: ShownGroupCall): Promise<boolean> {
    if (this.#isHidden(call)) return true;
    const blur = call.setBackgroundBlur(true, document);
    this.#desk.attempt(() => blur);
    return blur.then(
      () => true,
      () => false,
    );
  }

  /** What is opened from now on is what was chosen last, or any where that has gone. */
  async choose(call: ShownGroupCall): Promise<void> {
    const { choices } = this.kept;
    this.speaker.choose(choices.speakerId).catch(() => undefined);
    await Promise.allSettled(
      SLOTS.map(async (slot) => {
        const id = choices[`${slot}Id`];
        if (id !== '' && call.snapshot.local[slot] === 'off') await call.selectDevice(slot, id);
      }),
    );
  }

  #listDevices(wanted: boolean): void {
    this.#watched.abort();
    this.#watched = new AbortController();
    const { signal } = this.#watched;
    if (wanted) this.#desk.attempt(() => this.#list.watch(signal));
  }

  async #open(call: ShownGroupCall): Promise<void> {
    // What it changes at once is for the next rendering.
    await this.#desk.host.updateComplete;
    await this.choose(call);
    const isHidden = await this.#hide(call);
    const { microphone, camera } = this.kept.choices;
    if (call !== this.#call) return;
    if (microphone || camera) await call.openPreview({ microphone, camera: camera && isHidden });
  }
}
