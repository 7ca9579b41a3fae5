/**
 * - `lobby`: nothing was written.
 * - `entering`: the membership is on its way.
 * - `entered`: the homeserver has it, as far as we know.
 * - `leaving`: it is being taken back.
 * - `left`: until somebody enters again.
 */
export type GroupCallState = 'lobby' | 'entering' | 'entered' | 'leaving' | 'left';

export type GroupCallEndReason =
  /** The person left. */
  | 'left'
  /** Another engine of this very device entered the call. */
  | 'taken-over'
  | 'kicked'
  | 'banned'
  /** We left the room. */
  | 'left-room'
  /** The room has a successor. */
  | 'room-upgraded';

/** Why others may not see us: it goes by itself. */
export type MembershipProblem =
  | { readonly kind: 'power-missing'; readonly own: number; readonly needed: number }
  /** The homeserver did not take the membership; it is tried again. */
  | { readonly kind: 'not-written' };
