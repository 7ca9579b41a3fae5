import type { UserName } from './schedule.ts';

const USERS: Readonly<Record<string, UserName>> = { a: 'alice', b: 'bob', c: 'carol' };

/** Whose device this is. */
export function userOf(device: string): UserName {
  return USERS[device.charAt(0)] ?? 'carol';
}
