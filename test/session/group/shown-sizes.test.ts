import { expect } from '@open-wc/testing';
import type { GroupCallSession } from '../../../src/index.ts';
import type { MatrixPort, ToDeviceMessage } from '../../../src/matrix/port.ts';
import { meshMisfits } from '../../support/group-wire/mesh-wire.ts';
import { allConnected } from './simulated/all-connected.ts';
import type { SimulatedDevice } from './simulated/simulated-device.ts';
import { SimulatedWorld } from './simulated/simulated-world.ts';

const [ALICE, BOB, CAROL] = ['@alice:memory', '@bob:memory', '@carol:memory'];
const SHOWN = 'com.famedly.call.member.shown';

interface Said {
  readonly at: number;
  readonly to: readonly string[];
  readonly content: Readonly<Record<string, unknown>>;
}

describe('how large the others of a group call are shown', () => {
  let world: SimulatedWorld;
  let said: Said[];
  let misfits: string[];
  // What has been fetched once is there at once: no time passes that is not simulated.
  before(() => import('../../../src/session/mesh-quality.ts'));
  beforeEach(() => {
    world = new SimulatedWorld();
    said = [];
    misfits = [];
  });
  afterEach(() => {
    world.close();
    expect(misfits).to.deep.equal([]);
  });

  /** What she says of it is noted. */
  function watched(): Promise<SimulatedDevice> {
    const sends = (type: string, messages: readonly ToDeviceMessage[]): void => {
      if (type !== SHOWN) return;
      misfits.push(...messages.flatMap(({ content }) => meshMisfits(type, content)));
      const to = messages.map(({ deviceId }) => deviceId);
      said.push({ at: world.time.now, to, content: messages[0]?.content ?? {} });
    };
    return world.device(ALICE, 'A1', { watch: { sends } });
  }

  async function talking(...others: readonly (() => Promise<SimulatedDevice>)[]) {
    const roomId = world.room([ALICE, BOB, CAROL]);
    const alice = await watched();
    const devices = [alice];
    for (const other of others) devices.push(await other());
    const sessions: GroupCallSession[] = [];
    for (const device of devices) sessions.push(await device.join(roomId));
    await allConnected(world, sessions);
    const [one] = sessions as [GroupCallSession];
    return { alice, one, ids: one.participants.map(({ id }) => id) };
  }

  const sizes = (): unknown => said.map(({ content }) => content['shown']);
  const since = (begin: number): readonly number[] => said.map(({ at }) => at - begin);

  it('is told once less did for some seconds, and at once when it is more', async () => {
    const { one, ids } = await talking(() => world.device(BOB, 'B1'));
    const [bob = ''] = ids;
    await world.pass(5_000);
    expect(said, 'nothing while nobody says').to.deep.equal([]);
    const begin = world.time.now;
    one.setShown(bob, { camera: 200, screen: 0 });
    await world.pass(20_000);
    // A screen that nobody shares is not paused in advance.
    expect(sizes()).to.deep.equal([{ 'm.usermedia': 270, 'm.screenshare': 2_160 }]);
    expect(since(begin)[0]).to.be.within(3_000, 4_100);
    const before = world.time.now;
    one.setShown(bob, { camera: 0, screen: 0 });
    await world.pass(20_000);
    expect(sizes()).to.have.length(2);
    expect(since(before)[1]).to.be.within(10_000, 11_100);
    const later = world.time.now;
    one.setShown(bob, { camera: 700, screen: 0 });
    await world.pass(100);
    expect(sizes()).to.have.length(3);
    expect(since(later).at(-1)).to.be.at.most(100);
    one.setShown(bob, null);
    await world.pass(100);
    expect(said.at(-1)?.content['shown']).to.deep.equal({ 'm.usermedia': 2_160, 'm.screenshare': 2_160 });
  });

  it('is told to several in one request', async () => {
    const { one, ids } = await talking(
      () => world.device(BOB, 'B1'),
      () => world.device(CAROL, 'C1'),
    );
    for (const id of ids) one.setShown(id, { camera: 0, screen: 0 });
    await world.pass(20_000);
    expect(said.map(({ to }) => to.toSorted())).to.deep.equal([['B1', 'C1']]);
    for (const id of ids) one.setShown(id, { camera: 400, screen: 0 });
    await world.pass(1_000);
    expect(said.map(({ to }) => to.toSorted())).to.deep.equal([
      ['B1', 'C1'],
      ['B1', 'C1'],
    ]);
  });

  it('is not told while the edge of a window moves', async () => {
    const { one, ids } = await talking(() => world.device(BOB, 'B1'));
    for (let step = 0; step < 200; step += 1) {
      one.setShown(ids[0] ?? '', { camera: 100 + (step % 20) * 10, screen: 0 });
      await world.pass(50);
    }
    expect(said.length, 'in ten seconds').to.be.at.most(1);
  });

  it('is told once media flow only, and anew where the connection is another', async () => {
    const roomId = world.room([ALICE, BOB, CAROL]);
    const alice = await watched();
    const one = await alice.join(roomId);
    const bob = await world.device(BOB, 'B1');
    one.setShown(bob.id, { camera: 0, screen: 0 });
    const other = await bob.join(roomId);
    const connecting = world.time.now;
    await allConnected(world, [one, other]);
    await world.pass(20_000);
    expect(said).to.have.length(1);
    expect(since(connecting)[0]).to.be.at.least(10_000);
    const first = said[0]?.content['call_id'];
    one.retry(bob.id);
    await allConnected(world, [one, other]);
    await world.pass(20_000);
    expect(said).to.have.length(2);
    expect(said[1]?.content['call_id']).not.to.equal(first);
    expect(sizes()).to.deep.equal([
      { 'm.usermedia': 0, 'm.screenshare': 2_160 },
      { 'm.usermedia': 0, 'm.screenshare': 2_160 },
    ]);
  });

  it('is told again where the homeserver did not take it', async () => {
    const { alice, one, ids } = await talking(() => world.device(BOB, 'B1'));
    const send = alice.matrix.sendToDevice.bind(alice.matrix);
    alice.matrix.sendToDevice = (roomId, type, messages) =>
      type === SHOWN && said.length === 1
        ? Promise.reject(new Error('refused'))
        : send(roomId, type, messages);
    one.setShown(ids[0] ?? '', { camera: 0, screen: 0 });
    await world.pass(60_000);
    const nothing = { 'm.usermedia': 0, 'm.screenshare': 2_160 };
    expect(sizes(), 'once more, and not again').to.deep.equal([nothing, nothing]);
  });

  for (const field of ['backend', 'foci_active']) {
    it(`is not told to a device whose membership has no ${field}`, async () => {
      const without = (port: MatrixPort): MatrixPort =>
        new Proxy(port, {
          get(target, name) {
            if (name === 'sendState') {
              const sendState: MatrixPort['sendState'] = (roomId, type, stateKey, content, options) => {
                const { memberships = [] } = content as { memberships?: readonly object[] };
                const kept = memberships.map((entry) => ({ ...entry, [field]: undefined }));
                return target.sendState(roomId, type, stateKey, { ...content, memberships: kept }, options);
              };
              return sendState;
            }
            const value: unknown = Reflect.get(target, name, target);
            return typeof value === 'function' ? (value.bind(target) as unknown) : value;
          },
        });
      const { one, ids } = await talking(
        () => world.device(BOB, 'B1', { through: without }),
        () => world.device(CAROL, 'C1'),
      );
      for (const id of ids) one.setShown(id, { camera: 0, screen: 0 });
      await world.pass(20_000);
      expect(said.map(({ to }) => to)).to.deep.equal([['C1']]);
    });
  }

  it('is nobody’s concern after we left', async () => {
    const { one, ids, alice } = await talking(() => world.device(BOB, 'B1'));
    one.setShown(ids[0] ?? '', { camera: 0, screen: 0 });
    await world.settled(one.leave());
    one.setShown(ids[0] ?? '', { camera: 100, screen: 0 });
    await world.pass(30_000);
    expect(said).to.deep.equal([]);
    expect(alice.open).to.deep.equal([]);
  });
});
