import { expect } from '@open-wc/testing';
import type { ClientEvent, ClientRoom } from '../../../src/matrix/client/matrix-client-like.ts';
import { powerLevelsOf } from '../../../src/matrix/client/power-levels.ts';

const DEFAULTS = { users: {}, usersDefault: 0, events: {}, eventsDefault: 0, stateDefault: 50 };

describe('power levels of a room', () => {
  it('are null without an event, and the defaults where the event says nothing or nonsense', () => {
    expect(powerLevelsOf(room({ version: '11' }))).to.equal(null);
    expect(powerLevelsOf(room({ version: '11', levels: {} }))).to.deep.equal(DEFAULTS);
    const nonsense = { users: 'all', users_default: {}, events: { a: [], b: 1.5 }, state_default: null };
    expect(powerLevelsOf(room({ version: '11', levels: nonsense }))).to.deep.equal(DEFAULTS);
  });

  it('are read where they are strings', () => {
    const levels = powerLevelsOf(
      room({ version: '9', levels: { users: { a: '100' }, events_default: ' -1 ' } }),
    );
    expect(levels).to.deep.equal({ ...DEFAULTS, users: { a: 100 }, eventsDefault: -1 });
  });

  it('put the creators above all from version 12 on', () => {
    const create = { additional_creators: ['@b:hs'] };
    const users = { '@a:hs': Number.MAX_SAFE_INTEGER, '@b:hs': Number.MAX_SAFE_INTEGER };
    expect(powerLevelsOf(room({ version: '12', levels: {}, create }))?.users).to.deep.equal(users);
    expect(powerLevelsOf(room({ version: '11', levels: {}, create }))?.users).to.deep.equal({});
  });
});

function room(given: { version: string; levels?: object; create?: object }): ClientRoom {
  const events: Record<string, object | undefined> = {
    'm.room.power_levels': given.levels,
    'm.room.create': given.create,
  };
  const getStateEvents = (type: string) => {
    const content = events[type];
    return content
      ? ({ getContent: () => content, getSender: () => '@a:hs' } as unknown as ClientEvent)
      : null;
  };
  return { getVersion: () => given.version, currentState: { getStateEvents } } as unknown as ClientRoom;
}
