import type { GroupCallSession } from '../../src/index.ts';

/** What an element needs of a group call: a `GroupCallSession`, or anything that behaves like one. */
export type ShownGroupCall = Pick<
  GroupCallSession,
  | 'callId'
  | 'roomId'
  | 'state'
  | 'snapshot'
  | 'on'
  | 'localUserMediaStream'
  | 'localScreenSharingStream'
  | 'streamsOf'
  | 'levels'
  | 'openPreview'
  | 'closePreview'
  | 'enter'
  | 'leave'
  | 'setMicrophoneMuted'
  | 'setLocalVideoMuted'
  | 'setScreensharingEnabled'
  | 'selectDevice'
  | 'setBackgroundBlur'
  | 'setDataSaving'
  | 'setShown'
  | 'retry'
  | 'sendReactionEvent'
  | 'removeReactionEvent'
  | 'requestEncryptionKey'
  | 'allowEverybody'
>;
