import type { Clock } from '../../foundation/clock.ts';
import { DeviceDoor } from './device-door.ts';
import type { Homeserver } from './homeserver.ts';
import { MemoryMatrix } from './memory-matrix.ts';

export interface InPageDevice {
  readonly userId: string;
  readonly deviceId: string;
  /** The device's own clock; the homeserver's where nothing is said. */
  readonly clock?: Clock;
}

/** Logs a device in on a homeserver that lives in this page. */
export function connectInPage(server: Homeserver, device: InPageDevice): Promise<MemoryMatrix> {
  const { port1, port2 } = new MessageChannel();
  new DeviceDoor(server, server.accounts.device(device.userId, device.deviceId), port2);
  return MemoryMatrix.open(port1, { clock: server.clock, ...device });
}
