import type { CallSnapshot, EndReason } from 'famedly-calls';
import type { ShownState, StateGroup } from './shown-state.ts';

const remote = { endedBy: 'remote' } as const;
const ours = { endedBy: 'local' } as const;
/** Nobody was talking yet. */
const early = { state: 'invite-sent', connectedAt: null } as const;
const rang = { state: 'ringing', direction: 'incoming', connectedAt: null } as const;

export const after: StateGroup = {
  title: 'After a call',
  states: [
    ended('user_hangup', 'The other hung up', remote),
    ended('user_hangup', 'We hung up', ours),
    ended('invite_timeout', 'No answer', ours, early),
    ended('user_busy', 'Busy', remote, early),
    ended('rejected', 'Declined', remote, early),
    ended('answered_elsewhere', 'Answered on another device', remote, rang),
    ended('rejected_elsewhere', 'Declined on another device', remote, rang),
    ended('user_hangup', 'Cancelled', ours, early),
    ended('transferred', 'Transferred', ours),
    ended('left_room', 'Left the room', remote),
    ended('user_media_failed', 'No devices there', remote, early),
    ended('signalling_failed', 'Not delivered', ours, early),
    ended('ice_failed', 'Network blocks calls', ours, early),
    ended('ice_timeout', 'Connection lost', ours),
    ended('unknown_error', 'Unknown error', ours),
    missed('video', 'Missed video call'),
    missed('voice', 'Missed voice call'),
  ],
};

function ended(
  endReason: EndReason,
  title: string,
  by: Pick<CallSnapshot, 'endedBy'>,
  was: Partial<CallSnapshot> = {},
): ShownState {
  return {
    id: `ended-${title.toLowerCase().replaceAll(' ', '-')}`,
    title,
    scene: 'ended',
    script: async (stage) => {
      stage.connect();
      const call = await stage.call(was);
      await stage.element.updateComplete;
      call.become({ state: 'ended', endReason, ...by });
    },
  };
}

/** Somebody calls and thinks better of it, before anybody here knows. */
function missed(type: 'video' | 'voice', title: string): ShownState {
  return {
    id: `missed-${type}`,
    title,
    scene: 'missed',
    script: async (stage) => {
      const port = stage.connect();
      await stage.element.updateComplete;
      const call = { call_id: crypto.randomUUID(), party_id: 'PHONE', version: '1' };
      const media = type === 'video' ? ['audio', 'video'] : ['audio'];
      const sdp = ['v=0', ...media.map((kind) => `m=${kind} 9 UDP/TLS/RTP/SAVPF 0`), ''].join('\r\n');
      port.hear(
        { type: 'm.call.invite', content: { ...call, lifetime: 60_000, offer: { type: 'offer', sdp } } },
        { type: 'm.call.hangup', content: { ...call, reason: 'user_hangup' } },
      );
    },
  };
}
