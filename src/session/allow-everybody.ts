import * as v from 'valibot';
import { anything, parsed, text } from '../foundation/schemas.ts';
import type { MatrixPort } from '../matrix/port.ts';
import { MEMBER_TYPE } from '../signalling/membership.ts';

const POWER_TYPE = 'm.room.power_levels';
const Fields = v.record(text, anything);

/** Lets everybody in a room join its calls: seldom needed, and fetched then. Errors: `MatrixError`. */
export async function allowEverybody(port: MatrixPort, roomId: string): Promise<void> {
  const states = await port.state(roomId, POWER_TYPE);
  const event = states.find(({ stateKey }) => stateKey === '');
  const content = parsed(Fields, event?.content) ?? {};
  const level = port.room(roomId)?.powerLevels?.usersDefault ?? 0;
  await port.sendState(roomId, POWER_TYPE, '', {
    ...content,
    events: { ...parsed(Fields, content['events']), [MEMBER_TYPE]: level },
  });
}
