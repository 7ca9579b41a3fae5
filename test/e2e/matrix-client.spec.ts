import { startServers } from '../support/servers/start-servers.mjs';
import { expect, LIBRARIES, test } from './contract/fixtures.ts';

for (const { library, tag } of LIBRARIES) {
  test.describe(`adapter over ${library}`, { tag }, () => {
    for (const encrypted of [false, true]) {
      const room = encrypted ? 'an encrypted' : 'a plain';
      test(`what is sent into ${room} room while the homeserver is away arrives once when it is back`, async ({
        servers,
        openContractPage,
      }) => {
        const page = await openContractPage(library);
        await page.evaluate(setScene, { homeserverUrl: servers.homeserverUrl, encrypted });
        await page.evaluate(async () => {
          const { alice, aliceHears, roomId } = window.scene;
          await alice.port.sendEvent(roomId, 'm.test', { n: 'before' });
          await aliceHears.untilNumber(roomId, 'm.test', 'before');
        });
        await servers.stopSynapse();
        await page.evaluate(async () => {
          const { alice, roomId } = window.scene;
          await window.until(() => alice.port.connection === 'interrupted');
          const waiting = [1, 2].map((n) => alice.port.sendEvent(roomId, 'm.test', { n }));
          const urgent = alice.port.sendEvent(roomId, 'm.test', { n: 'hangup' }, { urgent: true });
          window.scene.sent = Promise.all([...waiting, urgent]);
        });
        await servers.startSynapse();
        expect(await page.evaluate(heardByBob, 4)).toEqual(['before', 'hangup', 1, 2]);
        const said = await page.evaluate(() => window.scene.aliceHears.connections);
        expect(said).toEqual(['interrupted', 'connected']);
      });
    }

    test(
      "under Synapse's own rate limits a hangup overtakes what waits",
      { tag: '@long' },
      async ({ openContractPage }) => {
        const servers = await startServers({ turn: false, defaultRateLimits: true });
        try {
          const page = await openContractPage(library);
          await page.evaluate(setScene, { homeserverUrl: servers.homeserverUrl, encrypted: false });
          await page.evaluate(async () => {
            const { alice, bobHears, roomId } = window.scene;
            const waiting = Array.from({ length: 12 }, (_, n) =>
              alice.port.sendEvent(roomId, 'm.test', { n }),
            );
            await window.until(() => bobHears.numbers(roomId, 'm.test').length >= 5);
            const urgent = alice.port.sendEvent(roomId, 'm.test', { n: 'hangup' }, { urgent: true });
            window.scene.sent = Promise.all([...waiting, urgent]);
          });
          const heard = await page.evaluate(heardByBob, 13);
          expect(heard.filter((n) => n !== 'hangup')).toEqual(Array.from({ length: 12 }, (_, n) => n));
          expect(heard.indexOf('hangup')).toBeLessThan(12);
        } finally {
          await servers.stop();
        }
      },
    );

    test('a port that comes after the sync hears of what has just been', async ({
      servers,
      openContractPage,
    }) => {
      const page = await openContractPage(library);
      await page.evaluate(setScene, { homeserverUrl: servers.homeserverUrl, encrypted: true });
      const heard = await page.evaluate(async () => {
        const { alice, bob, bobHears, roomId } = window.scene;
        await alice.port.sendEvent(roomId, 'm.test', { n: 1 });
        await bobHears.untilNumber(roomId, 'm.test', 1);
        const port = window.fromMatrixClient(bob.client);
        const hears = new window.Recorder(port);
        await alice.port.sendEvent(roomId, 'm.test', { n: 2 });
        await hears.untilNumber(roomId, 'm.test', 2);
        port.dispose();
        return hears.numbers(roomId, 'm.test');
      });
      expect(heard).toEqual([1, 2]);
    });

    test('a message of the page that could not be sent holds no call event up', async ({
      servers,
      openContractPage,
    }) => {
      const page = await openContractPage(library);
      await page.evaluate(setScene, { homeserverUrl: servers.homeserverUrl, encrypted: true });
      const statuses = await page.evaluate(async () => {
        const { alice, bobHears, roomId } = window.scene;
        await alice.port.sendEvent(roomId, 'm.test', { n: 0 });
        await alice.faults.disconnect();
        await alice.client.sendTextMessage(roomId, 'unsent').catch(() => undefined);
        const sent = alice.port.sendEvent(roomId, 'm.test', { n: 1 });
        await alice.faults.reconnect();
        await sent;
        await bobHears.untilNumber(roomId, 'm.test', 1);
        const events = alice.client.getRoom(roomId)!.getLiveTimeline().getEvents();
        return events.flatMap(({ status }) => status ?? []);
      });
      // Only the page's own message.
      expect(statuses).toEqual(['not_sent']);
    });
  });
}

/** Alice and Bob in a room; what they hear is recorded. */
async function setScene({ homeserverUrl, encrypted }: { homeserverUrl: string; encrypted: boolean }) {
  const world = new window.SynapseWorld({ homeserverUrl });
  const [aliceUser, bobUser] = [await world.createUser(), await world.createUser()];
  const [alice, bob] = [await world.createDevice(aliceUser), await world.createDevice(bobUser)];
  const roomId = await world.createRoom(alice, { members: [bob], encrypted });
  const [aliceHears, bobHears] = [new window.Recorder(alice.port), new window.Recorder(bob.port)];
  window.scene = { world, alice, bob, roomId, aliceHears, bobHears, sent: Promise.resolve() };
}

/** The numbers that Bob and Alice have heard, when all `count` are there. */
async function heardByBob(count: number): Promise<unknown[]> {
  const { aliceHears, bobHears, roomId, sent, world } = window.scene;
  await sent;
  const recorders = [bobHears, aliceHears];
  await window.until(() => recorders.every((hears) => hears.numbers(roomId, 'm.test').length >= count));
  await world.dispose();
  const [bobs, alices] = recorders.map((hears) => hears.numbers(roomId, 'm.test'));
  if (JSON.stringify(bobs) !== JSON.stringify(alices)) throw new Error(`${String(bobs)}, ${String(alices)}`);
  return bobs!;
}
