import { filteredDevices } from '../media/camera-filter.ts';
import type { CameraFilter } from '../media/camera-filter.ts';
import { LocalMedia } from '../media/devices/local-media.ts';
import type { GroupMedia } from './group-devices.ts';
import { browserMediaDevices, sessionPorts } from './session-ports.ts';
import type { SessionWorld } from './session-ports.ts';

/** As in a call of two, but what the camera shows goes through the filter first. */
export function groupMedia(world: SessionWorld, filter: CameraFilter): GroupMedia {
  const devices = world.delegate.mediaDevices ?? browserMediaDevices();
  const mediaDevices = devices && filteredDevices(devices, filter);
  return sessionPorts({ ...world, localMedia: new LocalMedia({ ...world, mediaDevices }) });
}
