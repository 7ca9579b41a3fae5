/** ms that a connection is kept when only the homeserver says that its other end left: an outage makes such leaves. */
export const KEEP_MS = 10_000;
/** ms without media from which on it takes long, and from which on it has failed: it is tried on. */
export const LONG_MS = 10_000;
export const FAILED_MS = 30_000;
/** ms that whoever was overwritten takes at most to come back: a call that it knows of is not given up meanwhile. */
export const MISSING_MS = 3_000;
/** Lifetime of an invite from device to device: nobody has to find the telephone. */
export const MESH_INVITE_LIFETIME_MS = 30_000;

/** ms after the `count`-th sending of an invite that it is sent once more. */
export function resendAfter(count: number): number {
  return Math.min(3_000 * 2 ** (count - 1), 12_000);
}

/** ms until a new call, after so many that led to nothing. */
export function callAgainAfter(attempts: number): number {
  return attempts === 0 ? 0 : Math.min(1_000 * 2 ** attempts, 30_000);
}
