import { KeptDevices } from '../engine-link/kept-devices.ts';
import type { ShownGroupCall } from '../engine-link/shown-group-call.ts';
import type { GroupDesk } from './group-desk.ts';
import { isBefore } from './group-scene.ts';

/** Our camera and microphone in the lobby, as we had them last, and all devices to choose from. */
export class Preview {
  readonly kept = new KeptDevices();
  #call: ShownGroupCall | null = null;
  #slots: unknown = null;
  #watched = new AbortController();

  /** After each rendering. */
  follow(desk: GroupDesk): void {
    const { view } = desk;
    // Names of devices are known once one of them is open: with each change they are asked for again.
    const slots = isBefore(view.scene) ? view.snapshot?.local : null;
    if (slots !== this.#slots) this.#listDevices(desk, slots != null);
    this.#slots = slots;
    const call = view.scene === 'lobby' ? view.call : null;
    if (call === this.#call) return;
    this.#call = call;
    if (call !== null && desk.wishes.lobby === 'on') desk.attempt(() => this.#open(call, desk));
  }

  close(): void {
    this.#watched.abort();
    this.#call = null;
    this.#slots = null;
  }

  #listDevices({ attempt, panels }: GroupDesk, wanted: boolean): void {
    this.#watched.abort();
    this.#watched = new AbortController();
    const { signal } = this.#watched;
    if (wanted) attempt(() => panels.watchDevices(signal));
  }

  async #open(call: ShownGroupCall, { panels, host }: GroupDesk): Promise<void> {
    const { microphone, camera, microphoneId, cameraId, speakerId } = this.kept.choices;
    // What it changes at once is for the next rendering.
    await host.updateComplete;
    if (call !== this.#call) return;
    if (microphone || camera) await call.openPreview({ microphone, camera });
    const known = (id: string): boolean => panels.opened.devices.some(({ deviceId }) => deviceId === id);
    const { local } = call.snapshot;
    if (known(speakerId)) await panels.selectDevice('speaker', speakerId);
    if (local.microphone === 'on' && known(microphoneId)) await call.selectDevice('microphone', microphoneId);
    if (local.camera === 'on' && known(cameraId)) await call.selectDevice('camera', cameraId);
  }
}
