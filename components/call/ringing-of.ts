import type { CallView } from './call-view.ts';

/** The line under the caller's name. */
export function incomingLine({ words, snapshot, roomName }: CallView): string {
  const video = snapshot?.type === 'video';
  if (roomName === null) return video ? words.videoCallIncoming : words.voiceCallIncoming;
  return video ? words.videoCallFrom(roomName) : words.voiceCallFrom(roomName);
}

/** The line under the callee's name: that it rings is said once the invite has left. */
export function outgoingLine({ words, snapshot }: CallView): string {
  return snapshot?.state === 'invite-sent' ? words.ringing : words.calling;
}
