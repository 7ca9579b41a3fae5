import * as v from 'valibot';
import { oneOf, orNull, parsed, text, texts } from '../../foundation/schemas.ts';
import type { Room, RoomMember } from '../port.ts';
import type { ClientEvent, ClientRoom } from './matrix-client-like.ts';
import { powerLevelsOf } from './power-levels.ts';

const Text = orNull(text);
const Member = v.object({
  membership: oneOf('join', 'invite'),
  displayname: Text,
  avatar_url: Text,
});
const Direct = v.record(text, texts);

/** State events whose content is part of the snapshot. */
export const SNAPSHOT_STATE: ReadonlySet<string> = new Set([
  'm.room.create',
  'm.room.name',
  'm.room.canonical_alias',
  'm.room.avatar',
  'm.room.member',
  'm.room.join_rules',
  'm.room.encryption',
  'm.room.power_levels',
]);

export function roomSnapshot(room: ClientRoom, direct: ClientEvent | undefined): Room {
  const { roomId, currentState } = room;
  const members = currentState.getStateEvents('m.room.member').flatMap(memberOf);
  const directUserId = directUserOf(roomId, direct);
  const directUser = members.find(({ userId }) => userId === directUserId);
  return Object.freeze({
    roomId,
    name: room.name,
    avatarUrl: room.getMxcAvatarUrl() ?? directUser?.avatarUrl ?? null,
    encrypted: room.hasEncryptionStateEvent(),
    isPublic: currentState.getStateEvents('m.room.join_rules', '')?.getContent()['join_rule'] === 'public',
    version: room.getVersion(),
    directUserId,
    members: Object.freeze(members),
    powerLevels: powerLevelsOf(room),
  });
}

export function directUserOf(roomId: string, direct: ClientEvent | undefined): string | null {
  const rooms = Object.entries(parsed(Direct, direct?.getContent()) ?? {});
  return rooms.find(([, ids]) => ids.includes(roomId))?.[0] ?? null;
}

function memberOf(event: ClientEvent): RoomMember[] {
  const userId = event.getStateKey();
  const member = parsed(Member, event.getContent());
  if (userId === undefined || !member) return [];
  const { membership, displayname: displayName, avatar_url: avatarUrl } = member;
  return [Object.freeze({ userId, membership, displayName, avatarUrl })];
}
