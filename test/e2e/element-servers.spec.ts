import { startServers } from '../support/servers/start-servers.mjs';
import type { Servers } from '../support/servers/start-servers.mjs';
import { expect, test as base } from './support/element-fixtures.ts';
import { connect } from './support/element-person.ts';

/** A homeserver as it comes out of the box. */
const test = base.extend<object, { servers: Servers }>({
  servers: [
    // Playwright reads from the pattern which fixtures are wanted: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const servers = await startServers({ turn: false, defaultRateLimits: true });
      await use(servers);
      await servers.stop();
    },
    { scope: 'worker' },
  ],
});

test('without a relay and with few events allowed, the hangup arrives', async ({ openPair, consoles }) => {
  consoles.expectWarning(/TURN/);
  const { alice, bob, pair } = await openPair();
  await connect(pair, 'Voice call');
  expect(consoles.ofEngine.filter((line) => line.includes('TURN'))).not.toEqual([]);
  const limits = { reached: false };
  alice.page.on('response', (response) => (limits.reached ||= response.status() === 429));
  // One by one, for what comes close together is sent as one.
  for (let presses = 0; !limits.reached && presses < 20; presses++) {
    const muted = presses % 2 === 0;
    await alice.press(muted ? 'Mute microphone' : 'Unmute microphone');
    const arrived = async () => (await bob.words('Alice is muted').count()) === (muted ? 1 : 0);
    await expect.poll(async () => limits.reached || (await arrived()), { intervals: [100] }).toBe(true);
  }
  expect(limits.reached).toBe(true);
  await alice.press('End');
  await bob.reads(/^Alice hung up/);
});
