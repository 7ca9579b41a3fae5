import type { CallCommand } from '../call/call-command.ts';
import type { ReplacesEvent } from '../signalling/call-event.ts';
import type { CallMedia } from './call-media.ts';
import type { CallPlacer } from './call-session-ports.ts';
import type { CallSession } from './call-session.ts';

/*
 * What no call needs before people talk: fetched when they do, or when something of it is needed.
 */

export { TALKING_EFFECTS } from '../call/talking-effects.ts';

/** What only `TALKING_EFFECTS` ask for. */
export type TalkingCommand = Extract<
  CallCommand,
  { readonly do: 'negotiate' | 'resend-candidates' | 'restart-ice' | 'set-remote-on-hold' }
>;

export function talk(command: TalkingCommand, media: CallMedia): void {
  const { report, iceServers } = media.options;
  media.withPeer(async (peer) => {
    if (command.do === 'set-remote-on-hold') peer.setRemoteOnHold(command.onHold);
    else if (command.do === 'resend-candidates') {
      report({ type: 'local-candidates', candidates: peer.localCandidates() });
    } else if (command.do === 'negotiate') {
      const description = await peer.negotiate(command.description);
      if (description === null) return;
      report({ type: 'negotiation-ready', description, metadata: media.metadata(peer) });
    } else {
      const servers = await iceServers();
      peer.setIceServers(servers);
      // Where there is no relay, insisting on one would take the last chance away.
      const hasRelay = servers.some(({ urls }) => [urls].flat().some((url) => /^turns?:/.test(url)));
      peer.restartIce({ relayOnly: command.relayOnly && hasRelay });
    }
  });
}

/** Follows a transfer (MSC2747): places the call that takes over, or waits for it. */
export function followTransfer(session: CallSession, offer: ReplacesEvent, voip: CallPlacer): void {
  const { target, createCall, awaitCall } = offer;
  if (awaitCall !== null) {
    voip.awaitCall(awaitCall, session);
    return;
  }
  const roomId = offer.targetRoom ?? roomWith(target?.userId, session.roomId, voip);
  if (createCall === null || target === null || roomId === null) {
    session.rejectTransfer();
    return;
  }
  const next = voip.placeCall(roomId, session.snapshot.type, { userId: target.userId }, createCall);
  session.replacedBy(next);
  session.hangup('replaced');
}

/** The room to call somebody in: the one we are in, if they are there, else our direct chat with them. */
function roomWith(userId: string | undefined, here: string, { port }: CallPlacer): string | null {
  if (userId === undefined) return null;
  if (port.room(here)?.members.some((member) => member.userId === userId) === true) return here;
  return port.rooms().find((room) => room.directUserId === userId)?.roomId ?? null;
}
