import type { EventSource } from '../foundation/emitter.ts';
import type { MediaError, MediaSlot } from './media-error.ts';

/**
 * - `off`: not wanted. `opening`: the browser is asked. `on`: flows. `muted`: open but silent (microphone), or closed by
 *   the person (camera). `failed`: wanted and not to be had.
 */
export type SlotState = 'off' | 'opening' | 'on' | 'muted' | 'failed';

export interface LocalMediaEvents {
  /** What goes out in a slot was replaced; `null`: nothing. */
  track: { readonly slot: MediaSlot; readonly track: MediaStreamTrack | null };
  /** A slot's state changed. */
  slot: { readonly slot: MediaSlot; readonly state: SlotState };
  /** A device failed, was refused or lost; what remains goes on. */
  problem: MediaError;
  /** A lost device was replaced by another of its kind, or came back. */
  recovered: { readonly slot: MediaSlot; readonly label: string };
}

/** A call's own microphone, camera and screen. One of them serves one call, and is handed over whole in glare. */
export interface LocalMediaPort extends EventSource<LocalMediaEvents> {
  /** Microphone and camera; the same object for the whole call, its tracks come and go. */
  readonly userMediaStream: MediaStream;
  /** Screen and its sound while one is shared. */
  readonly screenStream: MediaStream | null;
  readonly slots: Readonly<Record<MediaSlot, SlotState>>;
  track(slot: MediaSlot): MediaStreamTrack | null;

  /** Opens what is asked for and can be had; never rejects: what is missing is told by `problem` and the slots. */
  open(wanted: { readonly microphone: boolean; readonly camera: boolean }): Promise<void>;
  /** Silences the microphone by `enabled`; opens it first where it is off or failed. */
  setMicrophoneMuted(muted: boolean): Promise<void>;
  /** Closes the camera (its light goes out) or opens it. */
  setCameraMuted(muted: boolean): Promise<void>;
  /** A newer choice of the same kind supersedes an older. Rejects with `MediaError`; the device in use stays. */
  selectDevice(slot: 'microphone' | 'camera', deviceId: string): Promise<void>;
  /** The call is connected: fetches what it may need from now on, so that it is there when it is asked for. Never rejects. */
  prepare(): Promise<void>;
  /** The browser's picker, with sound where offered. Rejects with `MediaError` (`cancelled`, `permission-denied`, …). */
  startScreenShare(): Promise<void>;
  stopScreenShare(): void;
  /** Everything stops; no event follows. */
  close(): void;
}
