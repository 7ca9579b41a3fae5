import type { CallState } from './call-state.ts';

/**
 * Named after what is the case when they run out. `lifetime-over`: nobody answered. `connect-over`: no media for 30 s.
 * `resend-due`: all candidates once more after 3 s without media. `restart-due`: media stopped 2 s ago and did not come back.
 */
export type CallTimer = 'lifetime-over' | 'connect-over' | 'resend-due' | 'restart-due';

/** Timers that may run in a state: entering one stops the others. */
const LIVES_IN: Readonly<Record<CallTimer, readonly CallState[]>> = {
  'lifetime-over': ['invite-sent', 'ringing'],
  'connect-over': ['create-answer', 'connecting', 'reconnecting'],
  'resend-due': ['connecting'],
  'restart-due': ['connecting', 'reconnecting'],
};

export const CONNECT_MS = 30_000;
export const RESEND_MS = 3_000;
export const RESTART_MS = 2_000;
/** No invite rings longer, whatever lifetime it claims. */
export const LONGEST_RING_MS = 180_000;

export function timersLeaving(state: CallState): readonly CallTimer[] {
  return (Object.keys(LIVES_IN) as CallTimer[]).filter((timer) => !LIVES_IN[timer].includes(state));
}
