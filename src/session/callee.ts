import * as v from 'valibot';
import { CallError } from '../call/call-error.ts';
import { oneOf, parsed, text, within } from '../foundation/schemas.ts';
import type { MatrixPort } from '../matrix/port.ts';
import type { CallSession } from './call-session.ts';

export interface Callee {
  readonly userId: string;
  /** One device of the user; with the own user id, another device of ours. */
  readonly deviceId?: string;
}

const CALL_TYPE = oneOf('voice', 'video');
const CALLEE = v.object({
  userId: within(1, Infinity),
  deviceId: v.nullish(text),
});

/** What a call is to be placed with, as it came from the page. */
interface Request {
  readonly port: MatrixPort;
  readonly calls: readonly CallSession[];
  readonly roomId: string;
  readonly type: unknown;
  readonly callee: unknown;
}

/** Throws `CallError` where no call can come of it. */
export function checkCallee({ port, calls, roomId, type, callee }: Request): void {
  const refuse = (message: string): never => {
    throw new CallError('invalid-argument', { message });
  };
  if (!parsed(CALL_TYPE, type)) refuse('type must be voice or video');
  const { userId, deviceId } = parsed(CALLEE, callee) ?? refuse('no callee');
  if (port.room(roomId) === undefined) refuse('not in this room');
  if (userId === port.userId && (deviceId == null || deviceId === port.deviceId)) {
    refuse('calling oneself needs the id of another device');
  }
  const talking = calls.some(({ context }) => context.roomId === roomId && context.peer.userId === userId);
  if (talking) throw new CallError('invalid-state', { message: 'in a call with them already' });
}
