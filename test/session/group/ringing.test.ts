import { expect } from '@open-wc/testing';
import type { GroupCallSession } from '../../../src/session/group-call-session.ts';
import { SimulatedWorld } from './simulated/simulated-world.ts';

const ALICE = '@alice:memory';
const BOB = '@bob:memory';

describe('a group call that rings', () => {
  let world: SimulatedWorld;
  beforeEach(() => {
    world = new SimulatedWorld();
  });
  afterEach(() => {
    world.close();
  });

  /** It rings on both of bob's devices. */
  async function ringing() {
    const roomId = world.room([ALICE, BOB]);
    const alice = await world.device(ALICE, 'A1');
    const desk = await world.device(BOB, 'B1');
    const phone = await world.device(BOB, 'B2');
    const caller = await alice.join(roomId, { ring: 'ring' });
    const rings = ({ incoming }: typeof desk): boolean => incoming.some(isRinging);
    await world.until(() => rings(desk) && rings(phone), 'both devices ring');
    const [atDesk] = desk.incoming;
    const [atPhone] = phone.incoming;
    if (atDesk === undefined || atPhone === undefined) throw new Error('nothing rings');
    return { caller, atDesk, atPhone };
  }

  function isRinging({ snapshot }: GroupCallSession): boolean {
    return snapshot.ringsUntil !== null;
  }

  it('rings on every device of a person until one of them declines; whoever rang hears it', async () => {
    const { caller, atDesk, atPhone } = await ringing();
    const declined: string[] = [];
    caller.on('declined', (userId) => declined.push(userId));
    await world.settled(atDesk.decline());
    expect(isRinging(atDesk)).to.equal(false);
    await world.pass(1_000);
    expect(isRinging(atPhone), 'the other device').to.equal(false);
    expect(declined).to.deep.equal([BOB]);
  });

  it('rings on until one of them comes', async () => {
    const { atDesk, atPhone } = await ringing();
    await world.settled(atDesk.enter());
    await world.pass(1_000);
    expect(isRinging(atPhone), 'the other device').to.equal(false);
  });

  it('rings out by itself', async () => {
    const { atDesk, atPhone } = await ringing();
    await world.pass(20_000);
    expect([atDesk, atPhone].map(isRinging)).to.deep.equal([true, true]);
    await world.pass(11_000);
    expect([atDesk, atPhone].map(isRinging)).to.deep.equal([false, false]);
  });
});
