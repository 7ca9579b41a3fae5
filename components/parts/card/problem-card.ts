import type { Words } from '../../locales/en.ts';
import { phone } from '../icon/icons.ts';
import type { Card } from './card.ts';
import type { Obstacle } from './obstacle.ts';

/** In place of everything where there is nothing to call with. */
export function problemCard(words: Words, obstacle: Obstacle | null): Card {
  const [title, line] = obstacleWords(words, obstacle);
  return { picture: { icon: phone }, title, lines: [line], actions: [] };
}

function obstacleWords(words: Words, obstacle: Obstacle | null): readonly [string, string] {
  switch (obstacle) {
    case 'insecure-page':
      return [words.insecurePage, words.insecurePageHint];
    case 'frame-policy':
      return [
        words.framePolicy,
        words.framePolicyHint('allow="microphone; camera; display-capture; autoplay"'),
      ];
    case 'second-tab':
      return [words.secondTab, words.secondTabHint];
    case 'signed-out':
      return [words.signedOut, words.signedOutHint];
    case 'wrong-user':
      return [words.wrongUser, words.wrongUserHint];
    case 'invalid-homeserver':
      return [words.invalidHomeserver, words.invalidHomeserverHint];
    case 'encryption-failed':
      return [words.encryptionFailed, words.encryptionFailedHint];
    case 'not-loaded':
      return [words.notLoaded, words.notLoadedHint];
    case 'unknown-room':
      return [words.unknownRoom, words.unknownRoomHint];
    case 'no-callee':
      return [words.noCallee, words.noCalleeHint];
    case 'no-client':
    case null:
      return [words.noClient, words.noClientHint];
  }
}
