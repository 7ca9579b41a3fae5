import { expect } from '@open-wc/testing';
import { failureWords } from '../../../components/engine-link/failure-words.ts';
import { en } from '../../../components/locales/en.ts';
import { CallError, MatrixError, MediaError } from '../../../src/index.ts';

describe('what somebody is told of a failure', () => {
  for (const [error, words] of [
    [new MatrixError('matrix-unauthorized'), 'You are signed out'],
    [new MatrixError('matrix-unreachable'), 'Signalling is interrupted'],
    [new MatrixError('bad-response'), 'Something went wrong'],
    [new CallError('unsupported'), en.unsupportedByPeer],
    [new MediaError('permission-denied', 'screen'), en.shareDenied],
    [new TypeError('of a browser'), 'Something went wrong'],
  ] as const) {
    it(`of a ${error.name} (${'code' in error ? error.code : error.message}) is “${words}”`, () => {
      expect(failureWords(en, error)).to.equal(words);
    });
  }
});
