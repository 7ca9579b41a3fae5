import { expect } from '@open-wc/testing';
import type { CallSession } from '../../src/index.ts';
import type { Person } from './world.ts';
import { World, inState, rings } from './world.ts';
import { until } from '../until.ts';

describe('transferring a call', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });
  afterEach(() => {
    world.close();
  });

  /** Alice talks to Bob, and both know Carol. */
  async function threePeople() {
    const { alice, bob, roomId } = await world.pair();
    const carol = await world.person('@carol:memory', 'C1', { canHandleNewCall: () => true });
    const aliceCarol = await alice.matrix.ensureDirectRoom('@carol:memory');
    await bob.matrix.ensureDirectRoom('@carol:memory');
    const call = alice.voip.inviteToCall(roomId, 'voice', { userId: '@bob:memory' });
    const bobs = await rings(bob);
    bobs.answer();
    await inState(call, 'connected');
    await inState(bobs, 'connected');
    return { alice, bob, carol, aliceCarol, call, bobs };
  }

  function offered(call: CallSession): Promise<void> {
    return until(() => call.snapshot.transferOffer !== null, 'a transfer is offered');
  }

  async function lastIncoming(person: Person, count: number): Promise<CallSession> {
    await until(() => person.incoming.length >= count, `${String(count)} calls rang`);
    return rings(person);
  }

  it('connects the other side with the target and ends here', async () => {
    const { carol, call, bobs } = await threePeople();
    const replaced: CallSession[] = [];
    bobs.on('replaced', (next) => replaced.push(next));
    call.transfer({ userId: '@carol:memory', displayName: 'Carol', avatarUrl: null });
    await offered(bobs);
    bobs.acceptTransfer();
    const carols = await rings(carol);
    carols.answer();
    await inState(call, 'ended');
    await inState(carols, 'connected');
    expect(carols.snapshot.peer.userId).to.equal('@bob:memory');
    expect(replaced).to.have.length(1);
    await inState(replaced[0]!, 'connected');
  });

  it('goes on when the other side refuses', async () => {
    const { call, bobs } = await threePeople();
    let refused = 0;
    call.on('transferrejected', () => (refused += 1));
    call.transfer({ userId: '@carol:memory', displayName: null, avatarUrl: null });
    await offered(bobs);
    bobs.rejectTransfer();
    await until(() => refused === 1, 'the refusal');
    expect([call.state, bobs.state]).to.deep.equal(['connected', 'connected']);
    expect(bobs.snapshot.transferOffer).to.equal(null);
  });

  it('refuses by itself what cannot be followed', async () => {
    const { call, bobs } = await threePeople();
    let refused = 0;
    call.on('transferrejected', () => (refused += 1));
    call.transfer({ userId: '@nobody:memory', displayName: null, avatarUrl: null });
    await offered(bobs);
    bobs.acceptTransfer();
    await until(() => refused === 1, 'the refusal');
    expect(bobs.state).to.equal('connected');
  });

  it('joins the two people that somebody talks to', async () => {
    const { alice, bob, carol, aliceCarol, call, bobs } = await threePeople();
    call.setRemoteOnHold(true);
    const second = alice.voip.inviteToCall(aliceCarol, 'voice', { userId: '@carol:memory' });
    const carols = await rings(carol);
    carols.answer();
    await inState(second, 'connected');
    await inState(carols, 'connected');
    call.transferToCall(second);
    await Promise.all([offered(bobs), offered(carols)]);
    carols.acceptTransfer();
    bobs.acceptTransfer();
    const joined = await lastIncoming(carol, 2);
    await inState(joined, 'connected');
    expect(joined.snapshot.peer.userId).to.equal('@bob:memory');
    await inState(call, 'ended');
    await inState(second, 'ended');
    expect(bob.voip.calls).to.have.length(1);
  });
});
