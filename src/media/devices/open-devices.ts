import { MediaError } from '../media-error.ts';
import { deviceError } from './device-error.ts';
import { deviceConstraints, trackOf } from './device-kind.ts';
import type { DeviceSlot } from './device-kind.ts';

/** Opens this very device, or any of the kind. Resolves with what came of it. */
export async function openExactly(
  mediaDevices: MediaDevices | undefined,
  slot: DeviceSlot,
  deviceId: string | undefined,
): Promise<MediaStreamTrack | MediaError> {
  if (mediaDevices === undefined) return new MediaError('insecure-context', slot);
  try {
    return trackOf(await mediaDevices.getUserMedia(deviceConstraints(slot, deviceId)), slot);
  } catch (error) {
    return deviceError(slot, error);
  }
}

/** The same; where this very device is gone, any of its kind. */
export async function openDevice(
  mediaDevices: MediaDevices | undefined,
  slot: DeviceSlot,
  deviceId: string | undefined,
): Promise<MediaStreamTrack | MediaError> {
  const outcome = await openExactly(mediaDevices, slot, deviceId);
  const isGone = outcome instanceof MediaError && outcome.code === 'device-missing';
  return isGone && deviceId !== undefined ? openExactly(mediaDevices, slot, undefined) : outcome;
}
