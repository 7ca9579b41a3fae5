export interface MediaDevice {
  readonly kind: MediaDeviceKind;
  readonly deviceId: string;
  /** Empty until the person allowed a device of this kind. */
  readonly label: string;
}

/** Microphones, cameras and speakers of `navigator.mediaDevices`; none in an insecure context, where that is missing. */
export async function listDevices(mediaDevices: MediaDevices | undefined): Promise<readonly MediaDevice[]> {
  const devices = (await mediaDevices?.enumerateDevices()) ?? [];
  // Before permission the browser lists one nameless device of each kind, which cannot be chosen.
  return devices
    .filter(({ deviceId }) => deviceId !== '')
    .map(({ kind, deviceId, label }) => ({ kind, deviceId, label }));
}
