import type { CallSnapshot, EndReason } from 'famedly-calls';

type Words = Readonly<Record<EndReason, string>>;

const byUs: Words = {
  user_hangup: 'You hung up',
  rejected: 'You declined',
  invite_timeout: '{name} did not answer',
  user_busy: '{name} is busy',
  ice_timeout: 'No connection came about. The network may block calls.',
  ice_failed: 'The connection was lost. The network may block calls.',
  user_media_failed: 'Neither microphone nor camera could be used',
  unknown_error: 'Something went wrong',
  replaced: 'The call goes on in another one',
  answered_elsewhere: 'Answered on another device',
  rejected_elsewhere: 'Declined on another device',
  transferred: 'The call was passed on',
  new_session: 'You called from another device',
  left_room: 'You left the room',
  signalling_failed: 'The homeserver did not take the call',
};

const byThem: Words = {
  ...byUs,
  user_hangup: '{name} hung up',
  rejected: '{name} declined',
  user_media_failed: '{name} could not use a microphone or a camera',
  unknown_error: 'Something went wrong at {name}’s end',
  new_session: '{name} called from another device',
  left_room: '{name} left the room',
};

/** Why a call ended, in words. */
export function endWords(snapshot: CallSnapshot, name: string): string {
  const { endReason, endedBy, direction, connectedAt } = snapshot;
  const cancelled = endReason === 'user_hangup' && endedBy === 'local' && direction === 'outgoing';
  if (cancelled && connectedAt === null) return 'You cancelled the call';
  const words = endedBy === 'remote' ? byThem : byUs;
  return words[endReason ?? 'unknown_error'].replace('{name}', name);
}
