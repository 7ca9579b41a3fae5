import { KeptDevices } from '../engine-link/kept-devices.ts';
import type { ShownGroupCall } from '../engine-link/shown-group-call.ts';
import type { GroupDesk } from './group-desk.ts';
import { isBefore } from './group-scene.ts';

/** Our camera and microphone in the lobby, as we had them last. */
export class Preview {
  readonly kept = new KeptDevices();
  #call: ShownGroupCall | null = null;
  #shown = new AbortController();
  #slots: unknown = null;

  /** After each rendering. */
  follow(desk: GroupDesk): void {
    const { view, panels } = desk;
    const call = view.scene === 'lobby' ? view.call : null;
    // Names of devices are known once one of them is open.
    const slots = call?.snapshot.local ?? null;
    const isOpened = slots !== null && this.#slots !== null && slots !== this.#slots;
    this.#slots = slots;
    if (isBefore(view.scene) && isOpened && !this.#shown.signal.aborted) {
      desk.attempt(() => panels.watchDevices(this.#renewed()));
    }
    if (call === this.#call) return;
    this.close();
    this.#call = call;
    if (call === null || desk.wishes.lobby === 'off') return;
    desk.attempt(() => panels.watchDevices(this.#renewed()));
    desk.attempt(() => this.#open(call, desk));
  }

  close(): void {
    this.#shown.abort();
    this.#call = null;
  }

  #renewed(): AbortSignal {
    this.#shown.abort();
    this.#shown = new AbortController();
    return this.#shown.signal;
  }

  async #open(call: ShownGroupCall, { panels }: GroupDesk): Promise<void> {
    const { microphone, camera, microphoneId, cameraId, speakerId } = this.kept.choices;
    if (microphone || camera) await call.openPreview({ microphone, camera });
    const known = (id: string): boolean => panels.opened.devices.some(({ deviceId }) => deviceId === id);
    const { local } = call.snapshot;
    if (speakerId !== '' && known(speakerId)) await panels.selectDevice('speaker', speakerId);
    if (local.microphone === 'on' && known(microphoneId)) await call.selectDevice('microphone', microphoneId);
    if (local.camera === 'on' && known(cameraId)) await call.selectDevice('camera', cameraId);
  }
}
