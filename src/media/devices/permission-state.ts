import type { DeviceSlot } from './device-kind.ts';

/** `unknown` where the browser does not tell. */
export type DevicePermission = PermissionState | 'unknown';

/** Whether the browser would open the device, ask the person, or refuse; opens nothing. */
export async function permissionState(
  slot: DeviceSlot,
  permissions: Permissions | undefined,
): Promise<DevicePermission> {
  try {
    return (await permissions?.query({ name: slot }))?.state ?? 'unknown';
  } catch {
    // Older Firefox and Safari do not know these names.
    return 'unknown';
  }
}
