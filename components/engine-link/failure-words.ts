import { CallError, MatrixError, MediaError } from '../../src/index.ts';
import type { Words } from '../locales/en.ts';
import { PictureInPictureError } from '../parts/picture-in-picture/picture-in-picture-error.ts';
import { problemText } from '../parts/banner/device-banner.ts';

/** What the person is told of it. */
export function failureWords(words: Words, error: unknown): string {
  if (error instanceof CallError && error.code === 'unsupported') return words.unsupportedByPeer;
  if (error instanceof MediaError) {
    const { slot, code } = error;
    if (slot === 'screen') return words.shareDenied;
    return problemText(words, slot === 'camera' ? 'camera' : 'microphone', code) ?? words.unknownError;
  }
  if (error instanceof MatrixError) {
    if (error.code === 'matrix-unauthorized') return words.signedOut;
    return error.code === 'matrix-unreachable' ? words.signallingInterrupted : words.unknownError;
  }
  return error instanceof PictureInPictureError ? words.pictureInPictureRefused : words.unknownError;
}
