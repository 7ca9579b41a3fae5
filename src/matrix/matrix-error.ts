export type MatrixErrorCode =
  /** The homeserver did not answer, or answered 5xx, for longer than the port retries. */
  | 'matrix-unreachable'
  /** The token is unknown, expired or logged out. */
  | 'matrix-unauthorized'
  /** The homeserver refuses: power level, not in the room. */
  | 'forbidden'
  | 'not-found'
  /** The homeserver or the port cannot do this; see `MatrixPort.capabilities`. */
  | 'unsupported'
  /** The room is encrypted and the event could not be encrypted: it was not sent. */
  | 'encryption-failed'
  /** The request was superseded, or its `signal` aborted. */
  | 'aborted'
  /** The port was disposed, or its client stopped. */
  | 'stopped'
  | 'bad-response'
  | 'unknown';

/** What goes wrong between the engine and a homeserver. */
export class MatrixError extends Error {
  override readonly name = 'MatrixError';
  readonly code: MatrixErrorCode;
  constructor(code: MatrixErrorCode, options: { message?: string; cause?: unknown } = {}) {
    super(options.message ?? code, { cause: options.cause });
    this.code = code;
  }
}
