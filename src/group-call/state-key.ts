/**
 * The state key that a device's memberships stand under.
 * - `user`: the user id, shared by all devices of the user; only this one is protected everywhere.
 * - `device-first`: `DEVICE_@user:hs`; anybody who may send member events may overwrite it.
 * - `user-first`: `@user:hs_DEVICE`; protected, in rooms of a version with MSC3757.
 */
export type StateKeyForm = 'user' | 'device-first' | 'user-first';

export function stateKeyOf(form: StateKeyForm, userId: string, deviceId: string): string {
  if (form === 'user') return userId;
  return form === 'device-first' ? `${deviceId}_${userId}` : `${userId}_${deviceId}`;
}

/** `null`: none of the three. The sender is the member, whatever the key says. */
export function stateKeyForm(stateKey: string, sender: string): StateKeyForm | null {
  if (stateKey === sender) return 'user';
  if (stateKey.startsWith(`${sender}_`)) return 'user-first';
  return stateKey.endsWith(`_${sender}`) ? 'device-first' : null;
}

export interface StateKeyChoice {
  readonly roomVersion: string;
  /** The application asks for a key for each device, protected or not. */
  readonly unprotected: boolean;
  /** Those that the call's other members use. */
  readonly others: readonly StateKeyForm[];
}

/** The form that the others use, where the room allows it: deployed clients look others up under their own form only. */
export function chooseStateKeyForm({ roomVersion, unprotected, others }: StateKeyChoice): StateKeyForm {
  const protects = roomVersion.includes('msc3757');
  if (unprotected) return 'device-first';
  const [first] = others;
  const agreed = first !== undefined && others.every((form) => form === first);
  if (agreed && (first !== 'user-first' || protects)) return first;
  return protects ? 'user-first' : 'user';
}
