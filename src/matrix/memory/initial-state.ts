import type { Content } from './stored-event.ts';

export interface RoomOptions {
  /** Join besides the creator. */
  readonly members?: readonly string[];
  readonly name?: string;
  readonly avatarUrl?: string;
  readonly encrypted?: boolean;
  readonly isPublic?: boolean;
  /** A direct chat of the creator and the only member, in which both may do everything. */
  readonly direct?: boolean;
  /** Content of `m.room.power_levels`, to which the creator is added; `null` for a room without that event. */
  readonly powerLevels?: Content | null;
}

/** The state events that a room starts with, its members apart. */
export function initialState(creator: string, options: RoomOptions): { type: string; content: Content }[] {
  const events: { type: string; content: Content }[] = [
    { type: 'm.room.create', content: { creator, room_version: '11' } },
    { type: 'm.room.join_rules', content: { join_rule: options.isPublic === true ? 'public' : 'invite' } },
  ];
  if (options.powerLevels !== null) {
    events.push({ type: 'm.room.power_levels', content: startingPower(creator, options) });
  }
  if (options.name !== undefined) events.push({ type: 'm.room.name', content: { name: options.name } });
  if (options.avatarUrl !== undefined) {
    events.push({ type: 'm.room.avatar', content: { url: options.avatarUrl } });
  }
  if (options.encrypted === true) {
    events.push({ type: 'm.room.encryption', content: { algorithm: 'm.megolm.v1.aes-sha2' } });
  }
  return events;
}

function startingPower(creator: string, options: RoomOptions): Content {
  const equals = options.direct === true ? (options.members ?? []) : [];
  const asked = (options.powerLevels?.['users'] ?? {}) as Content;
  const users = { ...Object.fromEntries(equals.map((userId) => [userId, 100])), ...asked, [creator]: 100 };
  return { users_default: 0, events_default: 0, state_default: 50, ...options.powerLevels, users };
}
