import * as v from 'valibot';
import type { PowerLevels } from '../port.ts';

const level = (fallback: number) => v.fallback(v.pipe(v.number(), v.integer()), fallback);
const levels = v.fallback(v.record(v.string(), v.pipe(v.number(), v.integer())), {});

const schema = v.fallback(
  v.object({
    users: levels,
    users_default: level(0),
    events: levels,
    events_default: level(0),
    state_default: level(50),
    invite: level(0),
    kick: level(50),
    redact: level(50),
  }),
  {
    users: {},
    users_default: 0,
    events: {},
    events_default: 0,
    state_default: 50,
    invite: 0,
    kick: 50,
    redact: 50,
  },
);

export type PowerContent = v.InferOutput<typeof schema>;

/** `m.room.power_levels` with the specification's defaults. */
export function parsePower(content: unknown): PowerContent {
  return v.parse(schema, content);
}

export function powerLevels(content: unknown): PowerLevels {
  const power = parsePower(content);
  return {
    users: power.users,
    usersDefault: power.users_default,
    events: power.events,
    eventsDefault: power.events_default,
    stateDefault: power.state_default,
  };
}
