import { createRoom } from '../support/servers/accounts-and-rooms.mjs';
import { startServers } from '../support/servers/start-servers.mjs';
import type { Servers } from '../support/servers/start-servers.mjs';
import { expect, test } from './support/group-fixtures.ts';
import { expectAllTogether } from './support/group-phone.ts';

test(
  'a homeserver that delays events for 5 s at most: a crashed tab is gone all the same',
  { tag: '@long' },
  async ({ openGroupPhones, wire }) => {
    test.setTimeout(120_000);
    await withServers({ longestDelay: '5s' }, async (servers) => {
      const { accounts, roomId } = await peopleOf(servers, 'Alice', 'Bob');
      const [alice, bob] = await openGroupPhones(accounts);
      await alice.enter(roomId);
      await bob.enter(roomId);
      await expectAllTogether([alice, bob]);
      const since = (await alice.attendance()).length;
      // Restarted often enough not to be sent while both are there.
      const restarts = wire.requests.filter((what) => what === 'delayed restart').length;
      await expect
        .poll(() => wire.requests.filter((what) => what === 'delayed restart').length, { timeout: 30_000 })
        .toBeGreaterThan(restarts + 6);
      expect(await alice.missed([bob], since)).toEqual([]);
      await bob.crash();
      await alice.expectSnapshot({ participants: [] }, 25_000);
    });
  },
);

test('a homeserver without delayed events: people join and leave', async ({ openGroupPhones, wire }) => {
  test.setTimeout(120_000);
  await withServers({ longestDelay: null }, async (servers) => {
    const { accounts, roomId } = await peopleOf(servers, 'Alice', 'Bob');
    const [alice, bob] = await openGroupPhones(accounts);
    await alice.enter(roomId);
    await bob.enter(roomId);
    await expectAllTogether([alice, bob]);
    await bob.do('leave');
    await alice.expectSnapshot({ participants: [] });
    expect(wire.requests.filter((what) => what.startsWith('delayed'))).toEqual([]);
  });
});

test('with the rate limits that homeservers have, three people join at once', async ({ openGroupPhones }) => {
  test.setTimeout(240_000);
  await withServers({ defaultRateLimits: true }, async (servers) => {
    const { accounts, roomId } = await peopleOf(servers, 'Alice', 'Bob', 'Carol');
    const phones = await openGroupPhones(accounts);
    await Promise.all(phones.map((phone) => phone.enter(roomId)));
    await expectAllTogether(phones);
    const [alice, bob, carol] = phones;
    await carol.do('leave');
    await Promise.all([alice.expectConnected([bob]), bob.expectConnected([alice])]);
  });
});

async function withServers(
  wishes: Parameters<typeof startServers>[0],
  use: (servers: Servers) => Promise<void>,
): Promise<void> {
  const servers = await startServers(wishes);
  try {
    await use(servers);
  } finally {
    await servers.stop();
  }
}

async function peopleOf<Names extends string[]>(servers: Servers, ...names: Names) {
  const registered = [];
  // One after the other: homeservers limit that, too.
  for (const name of names) registered.push(await servers.registerUser(name));
  const accounts = registered as { [Index in keyof Names]: (typeof registered)[number] };
  const [creator, ...others] = registered;
  return { accounts, roomId: await createRoom(creator!, others) };
}
