import type { GroupCallState } from './group-call-state.ts';

/**
 * Named after what is due when they run out. `refresh-due`: the membership is written again. `restart-due`: the delayed
 * leave starts anew; wants a timer that a hidden page does not slow down. `echo-due`: our own write should have come back.
 * `retry-due`: what failed is tried again.
 */
export type OwnTimer = 'refresh-due' | 'restart-due' | 'echo-due' | 'retry-due';

/** Timers that may run in a state: entering one stops the others. */
const LIVES_IN: Readonly<Record<OwnTimer, readonly GroupCallState[]>> = {
  'refresh-due': ['entered'],
  'restart-due': ['entering', 'entered', 'leaving'],
  'echo-due': ['entering', 'entered', 'leaving'],
  'retry-due': ['entering', 'entered'],
};

export const EXPIRY_MS = 360_000;
export const REFRESH_MS = 120_000;
export const LEAVE_DELAY_MS = 18_000;
const RESTART_MS = 4_000;
/** A leave that comes sooner comes too often by mistake. */
export const SHORTEST_DELAY_MS = 2_000;
export const ECHO_MS = 5_000;
export const RETRY_MS = 5_000;

/** As often as three restarts may be lost before the leave is sent. */
export function restartEvery(delay: number): number {
  return Math.min(RESTART_MS, Math.floor(delay / 4));
}

export function timersLeaving(state: GroupCallState): readonly OwnTimer[] {
  return (Object.keys(LIVES_IN) as OwnTimer[]).filter((timer) => !LIVES_IN[timer].includes(state));
}
