import type { Announcement } from '../parts/announcer/announce.ts';
import type { CallView } from './call-view.ts';

/** The line under the caller's name. */
export function incomingLine({ words, snapshot, roomName }: CallView): string {
  const video = snapshot?.type === 'video';
  if (roomName === null) return video ? words.videoCallIncoming : words.voiceCallIncoming;
  return video ? words.videoCallFrom(roomName) : words.voiceCallFrom(roomName);
}

/** The line under a name. */
export function lineOf(view: CallView): string {
  const { scene, words, snapshot, unreachable } = view;
  switch (scene) {
    case 'loading':
      return unreachable ? words.serverUnreachable : words.loading;
    case 'incoming':
      return incomingLine(view);
    case 'outgoing':
      // That it rings is said once the invite has left.
      return snapshot?.state === 'invite-sent' ? words.ringing : words.calling;
    case 'connecting':
      return words.connecting;
    default:
      return '';
  }
}

/** What a screen reader is told while nobody has answered. */
export function ringingAnnouncement(view: CallView): Announcement | null {
  const { words, peer, scene } = view;
  switch (scene) {
    case 'incoming':
      return { text: `${words.isCalling(peer.name)}. ${incomingLine(view)}`, urgency: 'assertive' };
    case 'outgoing':
      return { text: `${peer.name}, ${words.calling}`, urgency: 'polite' };
    case 'connecting':
      return { text: words.connecting, urgency: 'polite' };
    default:
      return null;
  }
}
