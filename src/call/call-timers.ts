/**
 * Named after what is the case when they run out. `lifetime-over`: nobody answered. `connect-over`: no media for 30 s.
 * `resend-due`: all candidates once more after 3 s without media. `restart-due`: media stopped 2 s ago and did not come back.
 * All of them stop when the state changes.
 */
export type CallTimer = 'lifetime-over' | 'connect-over' | 'resend-due' | 'restart-due';

export const CONNECT_MS = 30_000;
export const RESEND_MS = 3_000;
export const RESTART_MS = 2_000;
/** No invite rings longer, whatever lifetime it claims. */
export const LONGEST_RING_MS = 180_000;
