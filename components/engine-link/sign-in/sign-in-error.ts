export type SignInErrorCode =
  /** Another tab of this browser uses the device. */
  | 'second-tab'
  /** The homeserver does not know the token, or the token provider gave none. */
  | 'matrix-unauthorized'
  /** The homeserver does not answer; only ever reported, for it is tried again. */
  | 'unreachable'
  /** The token belongs to another user or device than the account. */
  | 'wrong-user'
  /** The address is none, or what answers there is no homeserver. */
  | 'invalid-homeserver'
  /** The room is encrypted, and this browser could not start encryption. */
  | 'encryption-failed';

/** Why nobody is signed in. It carries no cause: causes may quote tokens. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly code: SignInErrorCode;
  constructor(code: SignInErrorCode) {
    super(code);
    this.code = code;
  }
}
