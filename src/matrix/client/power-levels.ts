import * as v from 'valibot';
import type { PowerLevels } from '../port.ts';
import type { ClientRoom } from './matrix-client-like.ts';

// Before room version 10 a level could be a string of digits.
const Level = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\s*[+-]?\d+\s*$/), v.transform(Number))]),
  v.integer(),
);
const Levels = v.fallback(v.record(v.string(), v.fallback(v.optional(Level), undefined)), {});
const Content = v.object({
  users: v.optional(Levels, {}),
  users_default: v.fallback(v.optional(Level, 0), 0),
  events: v.optional(Levels, {}),
  events_default: v.fallback(v.optional(Level, 0), 0),
  state_default: v.fallback(v.optional(Level, 50), 50),
});
const Creators = v.fallback(v.object({ additional_creators: v.array(v.string()) }), {
  additional_creators: [],
});

/** `null` where the room has no power-level event. */
export function powerLevelsOf(room: ClientRoom): PowerLevels | null {
  const event = room.currentState.getStateEvents('m.room.power_levels', '');
  if (!event) return null;
  const parsed = v.safeParse(Content, event.getContent());
  const content = parsed.success ? parsed.output : v.parse(Content, {});
  return Object.freeze({
    users: { ...defined(content.users), ...creatorLevels(room) },
    usersDefault: content.users_default,
    events: defined(content.events),
    eventsDefault: content.events_default,
    stateDefault: content.state_default,
  });
}

/** From room version 12 on (MSC4289) the creators stand above all levels and are not in the event. */
function creatorLevels(room: ClientRoom): Record<string, number> {
  const create = room.currentState.getStateEvents('m.room.create', '');
  const sender = create?.getSender();
  if (!create || sender === undefined || !(Number(room.getVersion()) >= 12)) return {};
  const { additional_creators: others } = v.parse(Creators, create.getContent());
  return Object.fromEntries([sender, ...others].map((creator) => [creator, Number.MAX_SAFE_INTEGER]));
}

function defined(levels: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(levels).filter((entry): entry is [string, number] => entry[1] !== undefined),
  );
}
