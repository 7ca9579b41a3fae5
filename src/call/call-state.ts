import type { HangupReason } from '../signalling/hangup-reason.ts';

/**
 * - `fledgling`: made, nothing happened.
 * - `wait-local-media`, `create-offer`: outgoing, nothing was sent.
 * - `invite-sent`: the other side may ring.
 * - `ringing`: incoming, waits for the person.
 * - `create-answer`: the person answered, the answer was not sent.
 * - `connecting`: both sides agreed, media does not flow.
 * - `connected`; `reconnecting`: it flowed before.
 * - `ended`: for good.
 */
export type CallState =
  | 'fledgling'
  | 'wait-local-media'
  | 'create-offer'
  | 'invite-sent'
  | 'ringing'
  | 'create-answer'
  | 'connecting'
  | 'connected'
  | 'reconnecting'
  | 'ended';

export type CallType = 'voice' | 'video';

/** Why a call ended: hangup reasons as they cross Matrix, and what only this side knows. */
export type EndReason =
  | HangupReason
  /** The callee declined. */
  | 'rejected'
  /** Another device of ours declined. */
  | 'rejected_elsewhere'
  /** The other side, or we, left the room. */
  | 'left_room'
  /** The homeserver refused our invite or answer, or nobody knows whether it took them. */
  | 'signalling_failed';

/** Nothing was sent. */
export const PREPARING: ReadonlySet<CallState> = new Set(['fledgling', 'wait-local-media', 'create-offer']);
/** Incoming, and the other side does not know that there is somebody. */
export const UNANSWERED: ReadonlySet<CallState> = new Set(['ringing', 'create-answer']);
