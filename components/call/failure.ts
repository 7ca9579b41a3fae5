import { CallError, MatrixError, MediaError } from '../../src/index.ts';
import type { Words } from '../locales/en.ts';
import { problemText } from './banner-of.ts';
import type { ElementErrorCode } from './call-events.ts';

/** What the page is told of an error that nobody else has told. */
export function readError(error: unknown): {
  readonly code: ElementErrorCode | 'cancelled';
  readonly message: string;
} {
  if (error instanceof CallError || error instanceof MediaError || error instanceof MatrixError) {
    return { code: error.code, message: error.message };
  }
  return { code: 'unknown', message: error instanceof Error ? error.name : 'unknown' };
}

/** What the person is told of it. */
export function failureWords(words: Words, error: unknown): string {
  if (error instanceof CallError && error.code === 'unsupported') return words.unsupportedByPeer;
  if (error instanceof MediaError) {
    const { slot, code } = error;
    if (slot === 'screen') return words.shareDenied;
    return problemText(words, slot === 'camera' ? 'camera' : 'microphone', code) ?? words.unknownError;
  }
  return words.unknownError;
}
