/** Reasons that the specification knows, and those that newer drafts and deployed clients send. */
export type HangupReason =
  | 'ice_timeout'
  | 'ice_failed'
  | 'invite_timeout'
  | 'user_hangup'
  | 'user_media_failed'
  | 'user_busy'
  | 'unknown_error'
  | 'replaced'
  | 'answered_elsewhere'
  | 'transferred'
  | 'new_session';

const KNOWN: ReadonlySet<string> = new Set<HangupReason>([
  'ice_timeout',
  'ice_failed',
  'invite_timeout',
  'user_hangup',
  'user_media_failed',
  'user_busy',
  'unknown_error',
  'replaced',
  'answered_elsewhere',
  'transferred',
  'new_session',
]);

/** The only reasons that go out: what every client reads (specification, `m.call.hangup`). */
export type SentHangupReason = Exclude<
  HangupReason,
  'replaced' | 'answered_elsewhere' | 'transferred' | 'new_session'
>;

export function readHangupReason(reason: unknown): HangupReason {
  if (reason === 'no_user_media') return 'user_media_failed';
  if (reason === 'signalling_timeout') return 'unknown_error';
  return typeof reason === 'string' && KNOWN.has(reason) ? (reason as HangupReason) : 'user_hangup';
}
