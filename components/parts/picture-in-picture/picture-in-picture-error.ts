/** `needs-gesture`: not after a click. `refused`: by the browser, or there is no picture. `unsupported`: by this browser. */
export type PictureInPictureErrorCode = 'needs-gesture' | 'refused' | 'unsupported';

export class PictureInPictureError extends Error {
  override readonly name = 'PictureInPictureError';
  readonly code: PictureInPictureErrorCode;

  constructor(code: PictureInPictureErrorCode, cause?: unknown) {
    super(`Picture in picture: ${code}`, { cause });
    this.code = code;
  }
}
