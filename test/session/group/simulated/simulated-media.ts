import { Emitter } from '../../../../src/foundation/emitter.ts';
import type { LocalMediaEvents, LocalMediaPort, SlotState } from '../../../../src/media/local-media-port.ts';
import type { MediaSlot } from '../../../../src/media/media-error.ts';

const NO_STREAM = new MediaStream();

/** Microphone, camera and screen without a browser. */
export class SimulatedMedia extends Emitter<LocalMediaEvents> implements LocalMediaPort {
  readonly userMediaStream = NO_STREAM;
  readonly screenStream = null;
  slots: Record<MediaSlot, SlotState> = {
    microphone: 'off',
    camera: 'off',
    screen: 'off',
    'screen-audio': 'off',
  };
  isClosed = false;

  /** What a light would show. */
  get isOpen(): boolean {
    return Object.values(this.slots).includes('on');
  }

  track(): MediaStreamTrack | null {
    return null;
  }

  open({ microphone, camera }: { readonly microphone: boolean; readonly camera: boolean }): Promise<void> {
    if (microphone) this.#set('microphone', 'on');
    if (camera) this.#set('camera', 'on');
    return Promise.resolve();
  }

  setMicrophoneMuted(muted: boolean): Promise<void> {
    this.#set('microphone', muted ? 'muted' : 'on');
    return Promise.resolve();
  }

  setCameraMuted(muted: boolean): Promise<void> {
    this.#set('camera', muted ? 'muted' : 'on');
    return Promise.resolve();
  }

  selectDevice(): Promise<void> {
    return Promise.resolve();
  }

  prepare(): Promise<void> {
    return Promise.resolve();
  }

  startScreenShare(): Promise<void> {
    this.#set('screen', 'on');
    return Promise.resolve();
  }

  stopScreenShare(): void {
    this.#set('screen', 'off');
  }

  close(): void {
    this.isClosed = true;
    this.slots = { microphone: 'off', camera: 'off', screen: 'off', 'screen-audio': 'off' };
  }

  #set(slot: MediaSlot, state: SlotState): void {
    if (this.isClosed || this.slots[slot] === state) return;
    this.slots = { ...this.slots, [slot]: state };
    this.emit('slot', { slot, state });
  }
}
