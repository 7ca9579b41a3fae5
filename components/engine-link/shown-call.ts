import type { CallSession } from '../../src/index.ts';

/** What an element needs of a call: a `CallSession`, or anything that behaves like one. */
export type ShownCall = Pick<
  CallSession,
  | 'callId'
  | 'roomId'
  | 'state'
  | 'snapshot'
  | 'on'
  | 'onStatistics'
  | 'localUserMediaStream'
  | 'localScreenSharingStream'
  | 'remoteUserMediaStream'
  | 'remoteScreenSharingStream'
  | 'answer'
  | 'reject'
  | 'silence'
  | 'hangup'
  | 'setMicrophoneMuted'
  | 'setLocalVideoMuted'
  | 'setScreensharingEnabled'
  | 'selectDevice'
  | 'setRemoteOnHold'
  | 'sendDTMF'
  | 'acceptTransfer'
  | 'rejectTransfer'
>;
