export type CallErrorCode =
  /** The call's state does not allow this. */
  | 'invalid-state'
  /** A missing or impossible argument: no callee, unknown room. */
  | 'invalid-argument'
  /** The other side's client cannot do this: no renegotiation (version 0), no telephone events. */
  | 'unsupported'
  /** The network blocks calls: no path was found, not even through a relay. */
  | 'ice-failed'
  /** The homeserver did not take the invite or the answer; `cause` is the `MatrixError`. */
  | 'signalling-failed';

/** What goes wrong with a call as such. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: CallErrorCode;
  constructor(code: CallErrorCode, options: { message?: string; cause?: unknown } = {}) {
    super(options.message ?? code, { cause: options.cause });
    this.code = code;
  }
}
