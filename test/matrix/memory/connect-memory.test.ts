import { expect } from '@open-wc/testing';
import { connectMemory } from '../../../src/matrix/memory/index.ts';
import type { MemoryMatrix } from '../../../src/matrix/memory/index.ts';
import { until } from '../../until.ts';
import { Recorder } from '../contract/recorder.ts';

const [ALICE, BOB] = ['@alice:memory', '@bob:memory'];
const EVENT = 'com.famedly.test';

/** Another page of this browser in which Bob is logged in; he says farewell when it closes. */
async function pageOfBob(server: string): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.srcdoc = `<script type="module">
    import { connectMemory } from '/src/matrix/memory/index.ts';
    const bob = await connectMemory({ userId: '${BOB}', deviceId: 'B1', server: '${server}' });
    const roomId = await bob.ensureDirectRoom('${ALICE}', { encrypted: false });
    addEventListener('pagehide', () => bob.sendOnUnload(roomId, '${EVENT}', { n: 2 }));
    await bob.sendEvent(roomId, '${EVENT}', { n: 1 });
    document.title = 'ready';
  </script>`;
  document.body.append(frame);
  await until(() => frame.contentDocument?.title === 'ready', "Bob's page");
  return frame;
}

describe('connectMemory', () => {
  const ports: MemoryMatrix[] = [];
  const connect = async (userId: string, deviceId: string, server: string): Promise<MemoryMatrix> => {
    const port = await connectMemory({ userId, deviceId, server, displayName: deviceId });
    ports.push(port);
    return port;
  };

  afterEach(() => {
    for (const port of ports.splice(0)) port.dispose();
  });

  it('brings together the pages of one browser, and notices that one closes', async () => {
    const server = crypto.randomUUID();
    const alice = await connect(ALICE, 'A1', server);
    const aliceHears = new Recorder(alice);
    const frame = await pageOfBob(server);
    const roomId = await alice.ensureDirectRoom(BOB);
    await aliceHears.untilNumber(roomId, EVENT, 1);

    const secret = await alice.ensureDirectRoom(BOB, { encrypted: true });
    const message = { userId: BOB, deviceId: 'B1', content: {} };
    expect(await alice.sendToDevice(secret, EVENT, [message])).to.deep.equal([]);
    frame.remove();
    await aliceHears.untilNumber(roomId, EVENT, 2);
    let reached = true;
    while (reached) reached = (await alice.sendToDevice(secret, EVENT, [message])).length === 0;
  });

  it('keeps apart homeservers of different names', async () => {
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
    const alice = await connect(ALICE, 'A1', first);
    const elsewhere = await connect(ALICE, 'A1', second);
    await alice.ensureDirectRoom(BOB);
    await elsewhere.ensureDirectRoom('@carol:memory');
    expect(alice.rooms().map(({ directUserId }) => directUserId)).to.deep.equal([BOB]);
    expect(elsewhere.rooms().map(({ directUserId }) => directUserId)).to.deep.equal(['@carol:memory']);
  });

  it('has rooms that everybody may enter by their name, and call in', async () => {
    const server = crypto.randomUUID();
    const [alice, bob] = [await connect(ALICE, 'A1', server), await connect(BOB, 'B1', server)];
    const roomId = await alice.ensureRoom('Tea');
    expect(await bob.ensureRoom('Tea')).to.equal(roomId);
    expect(await bob.ensureRoom('Coffee')).not.to.equal(roomId);
    expect(bob.room(roomId)?.name).to.equal('Tea');
    await until(() => alice.room(roomId)?.members.length === 2, 'alice sees bob in the room');
    await bob.sendState(roomId, 'com.famedly.call.member', BOB, { memberships: [] });
    expect(await alice.state(roomId, 'com.famedly.call.member')).to.have.length(1);
    expect(await bob.ensureRoom('Tea')).to.equal(roomId);
  });

  for (const [why, substitute] of Object.entries({
    'has no shared workers': undefined,
    'does not load the worker': brokenWorker(),
  })) {
    it(`stays in the page where the browser ${why}`, async () => {
      const original = globalThis.SharedWorker;
      Object.assign(globalThis, { SharedWorker: substitute });
      try {
        const server = crypto.randomUUID();
        const [alice, bob] = [await connect(ALICE, 'A1', server), await connect(BOB, 'B1', server)];
        const bobHears = new Recorder(bob);
        const roomId = await alice.ensureDirectRoom(BOB);
        await alice.sendEvent(roomId, EVENT, { n: 1 });
        await bobHears.untilNumber(roomId, EVENT, 1);
      } finally {
        Object.assign(globalThis, { SharedWorker: original });
      }
    });
  }
});

function brokenWorker(): unknown {
  return class {
    onerror: () => void = () => undefined;
    port = new MessageChannel().port1;
    constructor() {
      queueMicrotask(() => {
        this.onerror();
      });
    }
  };
}
