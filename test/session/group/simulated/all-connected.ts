import { expect } from '@open-wc/testing';
import type { GroupCallSession } from '../../../../src/session/group-call-session.ts';
import type { SimulatedWorld } from './simulated-world.ts';

/** Lets things happen until each of these is connected with all the others, and with nobody else. */
export async function allConnected(
  world: SimulatedWorld,
  sessions: readonly GroupCallSession[],
): Promise<number> {
  const ids = sessions.map(({ snapshot }) => snapshot.localParticipantId);
  const sees = ({ participants, snapshot }: GroupCallSession): boolean =>
    participants.length === ids.length - 1 &&
    participants.every(({ connection }) => connection === 'connected') &&
    ids.every((id) => id === snapshot.localParticipantId || participants.some((one) => one.id === id));
  const ms = await world.until(() => sessions.every(sees), 'all are connected with all');
  expect(world.pairs()).to.have.length((ids.length * (ids.length - 1)) / 2);
  return ms;
}
