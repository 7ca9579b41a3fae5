import { MediaError } from '../media-error.ts';
import { deviceError } from './device-error.ts';
import { deviceConstraints } from './device-kind.ts';
import type { DeviceSlot } from './device-kind.ts';
import { permissionState } from './permission-state.ts';
import type { DevicePermission } from './permission-state.ts';

export interface DeviceAccess {
  readonly mediaDevices: MediaDevices;
  readonly permissions: Permissions | undefined;
}

/** Opens this very device; `null`: any of the kind. Rejects with `MediaError`. */
export async function openExactly(
  { mediaDevices }: DeviceAccess,
  slot: DeviceSlot,
  deviceId: string | null,
): Promise<MediaStreamTrack> {
  const constraints = deviceConstraints(slot, deviceId);
  try {
    const stream = await mediaDevices.getUserMedia(
      slot === 'microphone' ? { audio: constraints } : { video: constraints },
    );
    return trackOf(stream, slot);
  } catch (error) {
    throw deviceError(slot, error);
  }
}

/** Opens the chosen device; where it is gone, any of its kind. Resolves with what came of it. */
export async function openDevice(
  access: DeviceAccess,
  slot: DeviceSlot,
  deviceId: string | null,
): Promise<MediaStreamTrack | MediaError> {
  try {
    return await openExactly(access, slot, deviceId).catch((error: unknown) => {
      const isGone = error instanceof MediaError && error.code === 'device-missing';
      if (deviceId === null || !isGone) throw error;
      return openExactly(access, slot, null);
    });
  } catch (error) {
    return error instanceof MediaError ? error : deviceError(slot, error);
  }
}

/**
 * Opens microphone and camera. Where the person must be asked, one prompt asks for both; without a prompt each comes as
 * soon as it can, and the microphone does not wait for a slow camera.
 */
export async function openBoth(
  access: DeviceAccess,
  granted: PairPermissions,
  ids: Readonly<Record<DeviceSlot, string | null>>,
  opened: (slot: DeviceSlot, outcome: MediaStreamTrack | MediaError) => void,
): Promise<void> {
  const alone = async (slot: DeviceSlot): Promise<void> => {
    opened(slot, await openDevice(access, slot, ids[slot]));
  };
  if (granted.microphone === 'granted' && granted.camera === 'granted') {
    await Promise.all([alone('microphone'), alone('camera')]);
    return;
  }
  try {
    const stream = await access.mediaDevices.getUserMedia({
      audio: deviceConstraints('microphone', ids.microphone),
      video: deviceConstraints('camera', ids.camera),
    });
    opened('microphone', trackOf(stream, 'microphone'));
    opened('camera', trackOf(stream, 'camera'));
  } catch (error) {
    const refused = deviceError('microphone', error).code === 'permission-denied';
    const after = await permissionStates(access);
    const askAlone = async (slot: DeviceSlot): Promise<void> => {
      if (refused && !mayAskAgain(slot, after)) opened(slot, deviceError(slot, error));
      else await alone(slot);
    };
    await Promise.all([askAlone('microphone'), askAlone('camera')]);
  }
}

export type PairPermissions = Readonly<Record<DeviceSlot, DevicePermission>>;

/** A person who closed the prompt for both is not asked twice more; one blocked device does not take the other along. */
function mayAskAgain(slot: DeviceSlot, states: PairPermissions): boolean {
  if (states[slot] === 'denied') return false;
  return !(states.microphone === 'prompt' && states.camera === 'prompt');
}

export async function permissionStates({ permissions }: DeviceAccess): Promise<PairPermissions> {
  const [microphone, camera] = await Promise.all([
    permissionState('microphone', permissions),
    permissionState('camera', permissions),
  ]);
  return { microphone, camera };
}

function trackOf(stream: MediaStream, slot: DeviceSlot): MediaStreamTrack {
  const [track] = slot === 'microphone' ? stream.getAudioTracks() : stream.getVideoTracks();
  if (track === undefined) throw deviceError(slot, new DOMException('', 'NotFoundError'));
  return track;
}
