import type { SVGTemplateResult } from 'lit';
import type { MediaDevice, MediaProblem } from '../../../src/index.ts';
import type { DeviceWords } from '../../locales/device-words.ts';
import { camera, mic } from '../icon/icons.ts';
import { volume } from '../icon/lobby-icons.ts';

export type DeviceSlot = 'microphone' | 'camera' | 'speaker';

export const deviceIcons: Readonly<Record<DeviceSlot, SVGTemplateResult>> = {
  microphone: mic,
  camera,
  speaker: volume,
};
const kinds = { microphone: 'audioinput', camera: 'videoinput', speaker: 'audiooutput' } as const;
/** What the system prefers has an id of its own where the browser lists it, and an empty one where it does not. */
export const isSystems = (deviceId: string): boolean => deviceId === 'default' || deviceId === '';

/** The devices of a kind, with the system's own speaker, which some browsers do not list. */
export function devicesOf(slot: DeviceSlot, all: readonly MediaDevice[]): readonly MediaDevice[] {
  const devices = all.filter(({ kind }) => kind === kinds[slot]);
  const complete = slot !== 'speaker' || devices.some(({ deviceId }) => isSystems(deviceId));
  return complete ? devices : [{ kind: 'audiooutput', deviceId: '', label: '' }, ...devices];
}

/** Which of them is in use; `null` as an id: none is named, the system's is. */
export function chosenOf(devices: readonly MediaDevice[], id: string | null): MediaDevice | undefined {
  const wanted = id ?? '';
  return devices.find(({ deviceId }) => (isSystems(wanted) ? isSystems(deviceId) : deviceId === wanted));
}

export function nameOf(words: DeviceWords, slot: DeviceSlot, device: MediaDevice, place: number): string {
  if (isSystems(device.deviceId)) return words.systemDefault;
  return device.label === '' ? `${words[slot]} ${place + 1}` : device.label;
}

/** There is none: the browser names none before they are allowed, so that is known once one was wanted. */
export function isMissing(slot: DeviceSlot, problems: readonly MediaProblem[]): boolean {
  return problems.some((one) => one.slot === slot && /missing|lost/.test(one.code));
}
