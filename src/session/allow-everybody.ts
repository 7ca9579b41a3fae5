import * as v from 'valibot';
import type { MatrixPort } from '../matrix/port.ts';
import { MEMBER_TYPE } from '../signalling/membership.ts';

const POWER_TYPE = 'm.room.power_levels';
const LEVELS = v.looseObject({
  users_default: v.optional(v.number()),
  events: v.optional(v.record(v.string(), v.unknown())),
});

/** Lets everybody in a room join its calls: seldom needed, and fetched then. Errors: `MatrixError`. */
export async function allowEverybody(port: MatrixPort, roomId: string): Promise<void> {
  const events = await port.state(roomId, POWER_TYPE);
  const content = v.parse(LEVELS, events.find(({ stateKey }) => stateKey === '')?.content ?? {});
  const level = content.users_default ?? 0;
  await port.sendState(roomId, POWER_TYPE, '', {
    ...content,
    events: { ...content.events, [MEMBER_TYPE]: level },
  });
}
