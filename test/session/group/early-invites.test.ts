import { expect } from '@open-wc/testing';
import { MatrixError } from '../../../src/matrix/matrix-error.ts';
import type { MatrixPort } from '../../../src/matrix/port.ts';
import { allConnected } from './simulated/all-connected.ts';
import { SimulatedWorld } from './simulated/simulated-world.ts';

const [ALICE, BOB, CAROL] = ['@alice:memory', '@bob:memory', '@carol:memory'];

describe('invites of somebody who comes into a group call', () => {
  let world: SimulatedWorld;
  let roomId: string;
  beforeEach(() => {
    world = new SimulatedWorld();
    roomId = world.room([ALICE, BOB, CAROL]);
  });
  afterEach(() => world.close());

  /** Two who are in, and whom Alice invites when she comes. */
  async function inside() {
    const bob = await world.device(BOB, 'B1');
    const carol = await world.device(CAROL, 'C1');
    const sessions = [await bob.join(roomId), await carol.join(roomId)];
    await allConnected(world, sessions);
    return sessions;
  }

  function withState(port: MatrixPort, sendState: MatrixPort['sendState']): MatrixPort {
    return new Proxy(port, {
      get(target, name) {
        if (name === 'sendState') return sendState;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  }

  it('are ready when the homeserver has the membership, leave after it, and in one request', async () => {
    const others = await inside();
    const said: string[] = [];
    const alice = await world.device(ALICE, 'A1', {
      through: (port) =>
        withState(port, async (...all) => {
          const eventId = await port.sendState(...all);
          // Made while the membership was on its way.
          said.push(`written with ${alice.open.length} connections`);
          return eventId;
        }),
      watch: { sends: (type, messages) => said.push(`${type.split('.').at(-1)} to ${messages.length}`) },
    });
    await allConnected(world, [await alice.join(roomId), ...others]);
    expect(said.slice(0, 2)).to.deep.equal(['written with 2 connections', 'invite to 2']);
  });

  it('are never heard of when the homeserver refuses the membership, and nothing is left of them', async () => {
    await inside();
    const said: string[] = [];
    const alice = await world.device(ALICE, 'A1', {
      through: (port) => withState(port, () => Promise.reject(new MatrixError('forbidden'))),
      watch: { sends: (type) => said.push(type) },
    });
    const session = await alice.session(roomId);
    const refused = await world.settled(session.enter().catch((error: unknown) => error));
    expect(refused).to.have.property('code', 'forbidden');
    expect(session.state).to.equal('lobby');
    expect(alice.connections).to.not.deep.equal([]);
    expect(alice.open).to.deep.equal([]);
    expect(said).to.deep.equal([]);
    expect(session.participants).to.have.length(2);
  });
});
