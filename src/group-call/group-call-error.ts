export type GroupCallErrorCode =
  /** The group call's state does not allow this. */
  | 'invalid-state'
  | 'invalid-argument'
  /** The room does not let us join: `snapshot.problem` says what is missing. */
  | 'forbidden'
  /** We left, or were taken out of the room. */
  | 'ended'
  /** This backend cannot do this. */
  | 'unsupported';

/** What goes wrong with a group call as such. */
export class GroupCallError extends Error {
  override readonly name = 'GroupCallError';
  readonly code: GroupCallErrorCode;
  constructor(code: GroupCallErrorCode, options: { message?: string; cause?: unknown } = {}) {
    super(options.message ?? code, { cause: options.cause });
    this.code = code;
  }
}
