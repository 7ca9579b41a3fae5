interface Told {
  readonly errcode?: unknown;
  readonly httpStatus?: unknown;
  readonly name?: unknown;
}

const words: Readonly<Record<string, string>> = {
  M_FORBIDDEN: 'The homeserver refuses: user name or password is wrong, or this is not allowed to you.',
  M_USER_DEACTIVATED: 'This account was deactivated.',
  M_UNKNOWN_TOKEN: 'The access token is not valid any more. Sign in with the password, or get a new token.',
  M_MISSING_TOKEN: 'The access token is missing.',
  M_LIMIT_EXCEEDED: 'Too many attempts. Wait a minute, then try again.',
  M_NOT_FOUND: 'The homeserver does not know the person to call.',
  M_INVALID_PARAM: 'The homeserver does not accept this. Check the person to call: @name:server.',
  M_UNKNOWN: 'The homeserver could not do this. Check the person to call.',
};

/** Why signing in did not work and what to do. */
export function signInFailure(error: unknown, address: string): string {
  const { errcode, httpStatus, name }: Told = error instanceof Error ? error : {};
  if (typeof errcode === 'string' && errcode in words) return words[errcode] ?? '';
  if (name === 'ConnectionError' || error instanceof TypeError) {
    return `Nobody answers at ${address}. Check the address, and that this page may reach it.`;
  }
  if (typeof httpStatus === 'number')
    return `The homeserver answers with error ${httpStatus}. Try again later.`;
  return error instanceof Error ? `That did not work: ${error.message}` : 'That did not work.';
}
