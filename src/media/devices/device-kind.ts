/** A slot that a device of the person fills. */
export type DeviceSlot = 'microphone' | 'camera';

export const DEVICE_KIND = {
  microphone: 'audioinput',
  camera: 'videoinput',
} as const satisfies Record<DeviceSlot, MediaDeviceKind>;

const WISHES = {
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  camera: { width: { ideal: 1280 }, height: { ideal: 720 } },
} as const satisfies Record<DeviceSlot, MediaTrackConstraints>;

/** What is asked of the browser: this very device, or any of its kind. */
export function deviceConstraints(slot: DeviceSlot, deviceId: string | null): MediaTrackConstraints {
  return deviceId === null ? WISHES[slot] : { ...WISHES[slot], deviceId: { exact: deviceId } };
}
