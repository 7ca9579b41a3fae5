import { expect } from '@open-wc/testing';
import { powerToJoin } from '../../src/group-call/power-to-join.ts';

const LEVELS = { users: { '@admin:hs': 100 }, usersDefault: 0, events: {}, stateDefault: 50 };
const MEMBER = 'com.famedly.call.member';

describe('the power to join', () => {
  it('is everybody’s in a room without power levels', () => {
    expect(powerToJoin(null, '@alice:hs')).to.include({ mayJoin: true, everybodyMay: true });
  });

  it('is that of other state where nothing is said of memberships', () => {
    expect(powerToJoin(LEVELS, '@alice:hs')).to.deep.equal({
      ...{ own: 0, needed: 50, mayJoin: false, everybodyMay: false, mayChange: false },
    });
    expect(powerToJoin(LEVELS, '@admin:hs')).to.include({ own: 100, mayJoin: true, mayChange: true });
  });

  it('is what the room says of memberships', () => {
    const open = { ...LEVELS, events: { [MEMBER]: 0 } };
    expect(powerToJoin(open, '@alice:hs')).to.include({
      mayJoin: true,
      everybodyMay: true,
      mayChange: false,
    });
    const closed = { ...LEVELS, events: { [MEMBER]: 101 } };
    expect(powerToJoin(closed, '@admin:hs')).to.include({ mayJoin: false, mayChange: false });
  });

  it('is not inherited from what every object has', () => {
    expect(powerToJoin(LEVELS, 'constructor').own).to.equal(0);
  });
});
