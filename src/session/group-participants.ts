import type { LiveMembership } from '../group-call/live-membership.ts';
import type { OwnIdentity } from '../group-call/own-context.ts';
import type { MediaBackend } from '../media/backend.ts';
import type { GroupCallParticipant } from './group-call-snapshot.ts';

/** Everybody but us: whom the media know while we are in the call, before that whom the room lists. */
export function participantsOf(
  members: readonly LiveMembership[],
  backend: MediaBackend | null,
  self: string,
): readonly GroupCallParticipant[] {
  if (backend === null) {
    return members
      .filter((member) => member.participantId !== self)
      .map(({ participantId: id, userId, deviceId }) => ({ id, userId, deviceId, ...NOT_YET }));
  }
  return backend.participants.flatMap((id) => {
    const media = backend.media(id);
    if (media === null) return [];
    const { userMediaStream: _camera, screenStream, ...shown } = media;
    return [{ id, ...shown, screensharing: screenStream !== null }];
  });
}

/** How media flow: once we are in the call our way, before that whoever is in it decides. */
export function backendOf(
  members: readonly LiveMembership[],
  backend: MediaBackend | null,
  own: OwnIdentity,
): OwnIdentity['backend']['type'] {
  return ((backend === null ? members[0]?.backend : null) ?? own.backend).type;
}

const NOT_YET = {
  connection: 'connecting',
  takesLong: false,
  quality: 'good',
  microphoneMuted: false,
  cameraMuted: true,
  screensharing: false,
  unreachable: false,
} as const;
