import { expect } from '@open-wc/testing';
import { MEMBER_TYPE } from '../../../src/signalling/membership.ts';
import { allConnected } from './simulated/all-connected.ts';
import type { SimulatedDevice } from './simulated/simulated-device.ts';
import { SimulatedWorld } from './simulated/simulated-world.ts';

const ALICE = '@alice:memory';
const BOB = '@bob:memory';

describe('who is put back into a call that is over by another device of the user', () => {
  let world: SimulatedWorld;
  let roomId: string;
  let alice: SimulatedDevice;
  /** Member events that alice saw. */
  let seen: number;
  beforeEach(async () => {
    seen = 0;
    world = new SimulatedWorld();
    roomId = world.room([ALICE, BOB]);
    const sees = ({ type }: { readonly type: string }): void => {
      if (type === MEMBER_TYPE) seen += 1;
    };
    alice = await world.device(ALICE, 'A1', { watch: { sees } });
  });
  afterEach(() => {
    world.close();
  });

  /** The entry of a call that alice has left. */
  async function wasIn(): Promise<Readonly<Record<string, unknown>>> {
    const call = await alice.join(roomId);
    await world.pass(1_000);
    const [own] = world.entries(roomId);
    await world.settled(call.leave());
    await world.pass(1_000);
    expect(alice.calls.sessions).to.deep.equal([]);
    return own ?? {};
  }

  function put(...memberships: readonly unknown[]): void {
    world.server.sendState(ALICE, roomId, MEMBER_TYPE, ALICE, { memberships });
  }

  async function bobCalls(): Promise<number> {
    const bob = await world.device(BOB, 'B1');
    await bob.join(roomId);
    await world.pass(5_000);
    return alice.incoming.length;
  }

  it('takes itself out, and nothing is left of it', async () => {
    const second = await world.device(ALICE, 'A2');
    const calls = [await alice.join(roomId), await second.join(roomId)];
    await allConnected(world, calls);
    const then = world.server.room(roomId).stateEvent(MEMBER_TYPE, ALICE)?.content ?? {};
    for (const call of calls) await world.settled(call.leave());
    await world.pass(1_000);
    expect(world.deviceIds(roomId)).to.deep.equal([]);
    world.server.sendState(ALICE, roomId, MEMBER_TYPE, ALICE, then);
    await world.pass(2_000);
    expect(world.deviceIds(roomId)).to.deep.equal([]);
    expect(alice.calls.sessions).to.deep.equal([]);
  });

  it('takes itself out of several calls with a write for each', async () => {
    const own = await wasIn();
    const before = seen;
    put(...Array.from({ length: 40 }, (_, call) => ({ ...own, call_id: `call ${call}` })));
    await world.pass(60_000);
    expect(world.entries(roomId)).to.deep.equal([]);
    expect(seen - before).to.equal(41);
  });

  it('is told of the next call, also by what put it back', async () => {
    const own = await wasIn();
    const expires = { expires_ts: alice.clock.now() + 360_000 };
    put(own, { ...own, ...expires, device_id: 'A2', membershipID: 'laptop' });
    await world.pass(5_000);
    expect(world.deviceIds(roomId)).to.deep.equal(['A2']);
    expect(alice.incoming).to.have.length(1);
    expect(await bobCalls()).to.equal(1);
    expect(alice.incoming[0]?.participants).to.have.length(2);
  });

  it('is told of the next call, after what put it back is long over', async () => {
    const own = await wasIn();
    await world.pass(20 * 60_000);
    put(own);
    await world.pass(60_000);
    expect(alice.calls.sessions).to.deep.equal([]);
    expect(world.entries(roomId)).to.deep.equal([]);
    expect(await bobCalls()).to.equal(1);
  });
});
