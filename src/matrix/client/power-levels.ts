import * as v from 'valibot';
import { anything, parsed, text, texts } from '../../foundation/schemas.ts';
import type { PowerLevels } from '../port.ts';
import type { ClientRoom } from './matrix-client-like.ts';

const Fields = v.record(text, anything);
const Creators = v.object({ additional_creators: texts });

/** `null` where the room has no power-level event. */
export function powerLevelsOf(room: ClientRoom): PowerLevels | null {
  const event = room.currentState.getStateEvents('m.room.power_levels', '');
  if (!event) return null;
  const content = event.getContent();
  return Object.freeze({
    users: { ...levels(content['users']), ...creatorLevels(room) },
    usersDefault: level(content['users_default']) ?? 0,
    events: levels(content['events']),
    eventsDefault: level(content['events_default']) ?? 0,
    stateDefault: level(content['state_default']) ?? 50,
  });
}

/** From room version 12 on (MSC4289) the creators stand above all levels and are not in the event. */
function creatorLevels(room: ClientRoom): Record<string, number> {
  const create = room.currentState.getStateEvents('m.room.create', '');
  const sender = create?.getSender();
  if (!create || sender === undefined || !(Number(room.getVersion()) >= 12)) return {};
  const others = parsed(Creators, create.getContent())?.additional_creators ?? [];
  return Object.fromEntries([sender, ...others].map((creator) => [creator, Number.MAX_SAFE_INTEGER]));
}

/** Before room version 10 a level could be a string of digits. */
function level(value: unknown): number | undefined {
  const isLevel = typeof value === 'string' ? /^\s*[+-]?\d+\s*$/.test(value) : Number.isInteger(value);
  return isLevel ? Number(value) : undefined;
}

function levels(value: unknown): Record<string, number> {
  return Object.fromEntries(
    Object.entries(parsed(Fields, value) ?? {}).flatMap(([key, one]) => {
      const known = level(one);
      return known === undefined ? [] : [[key, known]];
    }),
  );
}
