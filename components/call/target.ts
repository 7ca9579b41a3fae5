import type { Callee, MatrixPort, Room } from '../../src/index.ts';
import { directRoom, otherMember } from '../engine-link/people.ts';
import type { CallView } from './call-view.ts';
import type { Wishes } from './wishes.ts';
import type { Obstacle } from '../parts/card/obstacle.ts';

/** Whom a page's attributes name. */
export interface Target {
  readonly room: Room;
  readonly userId: string;
}

/** Who would be called, or why nobody can be. */
export function targetOf(port: MatrixPort, roomId: string, callee: string): Target | Obstacle {
  if (roomId === '' && callee === '') return 'no-callee';
  const room = port.room(roomId === '' ? (directRoom(port, callee) ?? '') : roomId);
  if (room === undefined) return 'unknown-room';
  const userId = callee === '' ? otherMember(room, port.userId) : callee;
  return userId === null ? 'no-callee' : { room, userId };
}

/** Whom one would call now: after a call, whoever it was with. */
export function calleeOf(
  { snapshot, missed }: CallView,
  port: MatrixPort | null,
  wishes: Wishes,
): (Callee & { readonly roomId: string }) | null {
  if (snapshot !== null) return { roomId: snapshot.roomId, userId: snapshot.peer.userId };
  if (missed !== null) return missed;
  const { roomId, callee, calleeDevice } = wishes;
  const target = port === null ? 'no-callee' : targetOf(port, roomId, callee);
  if (typeof target === 'string') return null;
  const device = calleeDevice === '' ? {} : { deviceId: calleeDevice };
  return { roomId: target.room.roomId, userId: target.userId, ...device };
}
