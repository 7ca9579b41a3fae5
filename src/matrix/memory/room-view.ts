import * as v from 'valibot';
import type { Room, RoomMember } from '../port.ts';
import { powerLevels } from './power-levels.ts';
import type { StoredEvent } from './stored-event.ts';

const memberSchema = v.object({
  membership: v.picklist(['join', 'invite', 'knock', 'leave', 'ban']),
  displayname: v.fallback(v.nullish(v.string()), null),
  avatar_url: v.fallback(v.nullish(v.string()), null),
});

/** A room as its state says. */
export function roomView(
  roomId: string,
  ownUserId: string,
  state: readonly StoredEvent[],
  directUserId: string | null,
): Room {
  const find = (type: string): StoredEvent | undefined =>
    state.find((event) => event.type === type && event.stateKey === '');
  const text = (type: string, key: string): string | null => {
    const value = find(type)?.content[key];
    return typeof value === 'string' ? value : null;
  };
  const members = state
    .flatMap(memberOf)
    .filter(({ membership }) => membership === 'join' || membership === 'invite');
  const others = members.filter(({ userId }) => userId !== ownUserId);
  const power = find('m.room.power_levels');
  return Object.freeze({
    roomId,
    name:
      text('m.room.name', 'name') ?? others.map((member) => member.displayName ?? member.userId).join(', '),
    avatarUrl:
      text('m.room.avatar', 'url') ?? others.find(({ userId }) => userId === directUserId)?.avatarUrl ?? null,
    encrypted: find('m.room.encryption') !== undefined,
    isPublic: text('m.room.join_rules', 'join_rule') === 'public',
    version: text('m.room.create', 'room_version') ?? '1',
    directUserId,
    members,
    powerLevels: power === undefined ? null : powerLevels(power.content),
  });
}

function memberOf(event: StoredEvent): RoomMember[] {
  if (event.type !== 'm.room.member') return [];
  const member = v.safeParse(memberSchema, event.content);
  if (!member.success) return [];
  const { membership, displayname, avatar_url } = member.output;
  return [
    {
      userId: event.stateKey ?? '',
      displayName: displayname ?? null,
      avatarUrl: avatar_url ?? null,
      membership,
    },
  ];
}
