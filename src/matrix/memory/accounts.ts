import type { Clock } from '../../foundation/clock.ts';
import { opaqueId } from '../../foundation/opaque-id.ts';
import { MatrixError } from '../matrix-error.ts';
import { Device } from './device.ts';
import type { Content } from './stored-event.ts';

export interface Profile {
  readonly displayName?: string | undefined;
  readonly avatar?: Blob | undefined;
}

/** The users of a homeserver, how they look, and where they are logged in. */
export class Accounts {
  readonly #clock: Clock;
  readonly #profiles = new Map<string, Content>();
  readonly #media = new Map<string, Blob>();
  readonly #devices = new Map<string, Map<string, Device>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Registers the user, or changes how a registered one is shown in rooms created or joined from now on. */
  setProfile(userId: string, { displayName, avatar }: Profile): void {
    this.#profiles.set(userId, {
      ...this.#profiles.get(userId),
      ...(displayName === undefined ? {} : { displayname: displayName }),
      ...(avatar === undefined ? {} : { avatar_url: this.upload(avatar) }),
    });
  }

  /** What of the profile stands in the user's member events. */
  profile(userId: string): Content {
    return this.#profiles.get(userId) ?? {};
  }

  upload(blob: Blob): string {
    const mxc = `mxc://memory/${opaqueId()}`;
    this.#media.set(mxc, blob);
    return mxc;
  }

  media(mxc: string): Blob {
    const blob = this.#media.get(mxc);
    if (blob === undefined) throw new MatrixError('not-found');
    return blob;
  }

  /** Logs a device in, or finds it. */
  device(userId: string, deviceId: string): Device {
    const devices = this.#devices.get(userId) ?? new Map<string, Device>();
    this.#devices.set(userId, devices);
    const device = devices.get(deviceId) ?? new Device(userId, deviceId, this.#clock);
    devices.set(deviceId, device);
    return device;
  }

  find(userId: string, deviceId: string): Device | undefined {
    return this.#devices.get(userId)?.get(deviceId);
  }

  devices(userId: string): Device[] {
    return [...(this.#devices.get(userId)?.values() ?? [])];
  }

  /** Logs the device out: messages do not reach it any more. */
  removeDevice({ userId, deviceId }: Device): void {
    this.#devices.get(userId)?.delete(deviceId);
  }
}
