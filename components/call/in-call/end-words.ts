import type { CallSnapshot } from '../../../src/index.ts';
import type { Words } from '../../locales/en.ts';

export interface EndWords {
  readonly why: string;
  /** What to do about it. */
  readonly hint: string | null;
}

/** Why a call ended. `failure`: the code of what the homeserver or the devices said before. */
export function endWords(words: Words, call: CallSnapshot, name: string, failure: string | null): EndWords {
  const { endReason, endedBy, direction } = call;
  const say = (why: string, hint: string | null = null): EndWords => ({ why, hint });
  const answered = call.connectedAt !== null;
  switch (endReason) {
    case 'rejected':
      return say(endedBy === 'local' ? words.youDeclined : words.declined(name));
    case 'rejected_elsewhere':
      return say(words.declinedElsewhere);
    case 'answered_elsewhere':
    case 'replaced':
    case 'new_session':
      return say(words.answeredElsewhere);
    case 'transferred':
      return say(words.transferred);
    case 'user_busy':
      return say(words.isBusy(name));
    case 'left_room':
      return say(words.leftRoom(name));
    case 'user_media_failed':
      return say(words.noDevicesThere(name));
    case 'invite_timeout':
      return say(direction === 'outgoing' ? words.didNotAnswer(name) : words.hungUp(name));
    case 'signalling_failed':
      if (failure === 'forbidden') return say(words.forbidden, words.forbiddenHint);
      if (failure === 'matrix-unauthorized') return say(words.signedOut, words.signedOutHint);
      return say(words.notDelivered, words.notDeliveredHint);
    case 'ice_failed':
    case 'ice_timeout':
      return answered ? say(words.connectionLost) : say(words.networkBlocks, words.networkBlocksHint);
    case 'unknown_error':
      return say(words.unknownError);
    case 'user_hangup':
    case null:
      if (endedBy === 'remote') return say(words.hungUp(name));
      if (answered) return say(words.youHungUp);
      return say(direction === 'outgoing' ? words.cancelled : words.youDeclined);
  }
}
