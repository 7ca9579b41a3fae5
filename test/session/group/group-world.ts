import type { GroupCallSession } from '../../../src/index.ts';
import { seesFrames, World } from '../world.ts';
import { until } from '../../until.ts';
import type { Person } from '../world.ts';

export interface Member extends Person {
  readonly session: GroupCallSession;
}

/** People in one room, each with a session of its call. */
export class GroupWorld extends World {
  async room(...names: readonly string[]): Promise<{ people: readonly Person[]; roomId: string }> {
    const people: Person[] = [];
    for (const name of names) people.push(await this.person(`@${name}:memory`, name.toUpperCase()));
    const [creator = '', ...members] = people.map(({ matrix }) => matrix.userId);
    const powerLevels = { events: { 'com.famedly.call.member': 0 } };
    const roomId = this.server.createRoom(creator, { members, powerLevels });
    await until(
      () => people.every(({ matrix }) => matrix.room(roomId)?.members.length === names.length),
      'everybody is in the room',
    );
    return { people, roomId };
  }

  async members(...names: readonly string[]): Promise<readonly Member[]> {
    const { people, roomId } = await this.room(...names);
    return Promise.all(
      people.map(async (person) => ({
        ...person,
        session: await person.voip.fetchOrCreateGroupCall(roomId),
      })),
    );
  }
}

/** Somebody is in the room's call whose device never says a word. */
export async function silentMember({ matrix }: Person, roomId: string): Promise<void> {
  const { userId } = matrix;
  const entry = {
    ...{
      application: 'm.call',
      call_id: roomId,
      scope: 'm.room',
      device_id: 'SILENT',
      membershipID: 'silent',
    },
    expires_ts: Date.now() + 100_000,
    foci_active: [{ type: 'mesh' }],
  };
  await matrix.sendState(roomId, 'com.famedly.call.member', userId, { memberships: [entry] });
}

/** Everybody is connected with everybody else. */
export async function allConnected(members: readonly Member[]): Promise<void> {
  for (const { session, matrix } of members) {
    await until(
      () =>
        session.participants.length === members.length - 1 &&
        session.participants.every(({ connection }) => connection === 'connected'),
      `${matrix.deviceId} is connected with all: ${JSON.stringify(session.participants)}`,
    );
  }
}

export async function seesEverybody({ session }: Member): Promise<void> {
  await Promise.all(
    session.participants.map(({ id }) => seesFrames(() => session.streamsOf(id).userMediaStream)),
  );
}
