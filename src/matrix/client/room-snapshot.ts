import * as v from 'valibot';
import type { Room, RoomMember } from '../port.ts';
import type { ClientEvent, ClientRoom } from './matrix-client-like.ts';
import { powerLevelsOf } from './power-levels.ts';

const Text = v.fallback(v.nullish(v.string(), null), null);
const Member = v.object({
  membership: v.picklist(['join', 'invite']),
  displayname: Text,
  avatar_url: Text,
});
const JoinRules = v.object({ join_rule: v.picklist(['public']) });
const Direct = v.record(v.string(), v.array(v.string()));

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
    isPublic: v.is(JoinRules, currentState.getStateEvents('m.room.join_rules', '')?.getContent()),
    version: room.getVersion(),
    directUserId,
    members: Object.freeze(members),
    powerLevels: powerLevelsOf(room),
  });
}

export function directUserOf(roomId: string, direct: ClientEvent | undefined): string | null {
  const parsed = v.safeParse(Direct, direct?.getContent());
  const entries = parsed.success ? Object.entries(parsed.output) : [];
  return entries.find(([, rooms]) => rooms.includes(roomId))?.[0] ?? null;
}

function memberOf(event: ClientEvent): RoomMember[] {
  const userId = event.getStateKey();
  const parsed = v.safeParse(Member, event.getContent());
  if (userId === undefined || !parsed.success) return [];
  const { membership, displayname: displayName, avatar_url: avatarUrl } = parsed.output;
  return [Object.freeze({ userId, membership, displayName, avatarUrl })];
}
