import { expect } from '@open-wc/testing';
import { until } from '../../until.ts';
import { allConnected, GroupWorld, seesEverybody } from './group-world.ts';

describe('a group call without a server', () => {
  let world: GroupWorld;
  beforeEach(() => {
    world = new GroupWorld();
  });
  afterEach(() => {
    world.close();
  });

  it('joins three people, one after the other: everybody sees everybody', async () => {
    const members = await world.members('alice', 'bob', 'carol');
    for (const { session } of members) await session.enter();
    await allConnected(members);
    for (const member of members) await seesEverybody(member);
    expect(members.map(({ session }) => session.state)).to.deep.equal(['entered', 'entered', 'entered']);
  });

  it('joins three people all at once', async () => {
    const members = await world.members('alice', 'bob', 'carol');
    await Promise.all(members.map(({ session }) => session.enter()));
    await allConnected(members);
  });

  it('has left when everybody has been told', async () => {
    const members = await world.members('alice', 'bob');
    const [, bob] = members as [(typeof members)[0], (typeof members)[0]];
    await Promise.all(members.map(({ session }) => session.enter()));
    await allConnected(members);
    const { matrix, session } = bob;
    const send = matrix.sendToDevice.bind(matrix);
    const told: string[] = [];
    matrix.sendToDevice = async (roomId, type, messages) => {
      const unreached = await send(roomId, type, messages);
      await until(() => session.state === 'left', 'the membership is gone');
      told.push(type);
      return unreached;
    };
    await session.leave();
    expect(told).to.deep.equal(['com.famedly.call.member.hangup']);
  });

  it('goes on with the others when one leaves, and with all when they come back', async () => {
    const members = await world.members('alice', 'bob', 'carol');
    const [alice, bob, carol] = members as [(typeof members)[0], (typeof members)[0], (typeof members)[0]];
    await Promise.all(members.map(({ session }) => session.enter()));
    await allConnected(members);
    await carol.session.leave();
    expect(carol.session.state).to.equal('left');
    await until(() => alice.session.participants.length === 1, 'carol is gone');
    await allConnected([alice, bob]);
    const again = await carol.voip.fetchOrCreateGroupCall(carol.session.roomId);
    await again.enter();
    await allConnected([alice, bob, { ...carol, session: again }]);
  });
});
