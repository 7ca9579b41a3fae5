/** A slot that a device of the person fills. */
export type DeviceSlot = 'microphone' | 'camera';

export const DEVICE_SLOTS = ['microphone', 'camera'] as const;

const TRACK_KIND = { microphone: 'audio', camera: 'video' } as const;

const WISHES = {
  microphone: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  camera: { width: { ideal: 1280 }, height: { ideal: 720 } },
} as const satisfies Record<DeviceSlot, MediaTrackConstraints>;

/** What is asked of the browser: this very device, or any of its kind. */
export function deviceConstraints(slot: DeviceSlot, deviceId: string | undefined): MediaStreamConstraints {
  const wishes = { ...WISHES[slot], ...(deviceId !== undefined && { deviceId: { exact: deviceId } }) };
  return { [TRACK_KIND[slot]]: wishes };
}

export function trackOf(stream: MediaStream, slot: DeviceSlot): MediaStreamTrack {
  const track = stream.getTracks().find(({ kind }) => kind === TRACK_KIND[slot]);
  if (track === undefined) throw new DOMException('', 'NotFoundError');
  return track;
}
