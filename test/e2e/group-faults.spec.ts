import { requestAs } from '../support/servers/accounts-and-rooms.mjs';
import { farHomeserver } from './support/far-homeserver.ts';
import { expect, test } from './support/group-fixtures.ts';
import { expectAllTogether } from './support/group-phone.ts';
import { membershipsOf } from './support/room-events.ts';

test(
  'a tab that crashes is gone within 25 s, and the others go on',
  { tag: '@long' },
  async ({ openGroup }) => {
    test.setTimeout(120_000);
    const { phones, roomId } = await openGroup(['Alice', 'Bob', 'Carol']);
    const [alice, bob, carol] = phones;
    await Promise.all(phones.map((phone) => phone.enter(roomId)));
    await expectAllTogether(phones);

    await bob.crash();
    await Promise.all([alice.expectConnected([carol], 25_000), carol.expectConnected([alice], 25_000)]);
    await expectAllTogether([alice, carol]);
  },
);

test('a tab that is closed is gone at once', async ({ openGroup }) => {
  const { phones, roomId } = await openGroup(['Alice', 'Bob', 'Carol']);
  const [alice, bob, carol] = phones;
  await Promise.all(phones.map((phone) => phone.enter(roomId)));
  await expectAllTogether(phones);

  await bob.page.close();
  // The delayed leave would take 18 s.
  await Promise.all([alice.expectConnected([carol], 13_000), carol.expectConnected([alice], 13_000)]);
});

test('a tab that is closed far away from its homeserver is gone as soon', async ({
  servers,
  openGroup,
  openGroupPhones,
}) => {
  const { phones, roomId } = await openGroup(['Alice']);
  const [alice] = phones;
  const account = await servers.registerUser('Bob');
  const join = `/join/${encodeURIComponent(roomId)}`;
  await requestAs(alice.account, 'POST', `/rooms/${encodeURIComponent(roomId)}/invite`, {
    user_id: account.userId,
  });
  await requestAs(account, 'POST', join, {});
  await alice.enter(roomId, {}, { microphone: true, camera: true });
  await alice.do('allowEverybody');
  const far = await farHomeserver(account.homeserverUrl);
  try {
    const [bob] = await openGroupPhones([{ ...account, homeserverUrl: far.url }]);
    await expect.poll(() => bob.powerToJoin(roomId)).toBe(0);
    await bob.enter(roomId);
    await expectAllTogether([alice, bob]);
    await bob.page.close();
    // The homeserver has it by the leave that was sent, and Alice by the goodbye.
    await alice.expectConnected([], 3_000);
    expect(await membershipsOf(alice.account, roomId, account.userId)).toEqual([]);
  } finally {
    far.close();
  }
});

test('a page that is reloaded is out of the call, and back in it when it enters again', async ({
  openGroup,
  reloadGroup,
}) => {
  test.setTimeout(120_000);
  const { phones, roomId } = await openGroup(['Alice', 'Bob', 'Carol']);
  const [alice, bob, carol] = phones;
  await Promise.all(phones.map((phone) => phone.enter(roomId)));
  await expectAllTogether(phones);

  await reloadGroup(bob);
  await bob.enter(roomId);
  await expectAllTogether(phones);
  await bob.do('leave');
  await Promise.all([alice.expectConnected([carol]), carol.expectConnected([alice])]);
});

test(
  'a tab that crashed and is opened again at once takes its old place',
  { tag: '@long' },
  async ({ openGroup, openGroupPhones }) => {
    test.setTimeout(120_000);
    const { phones, roomId } = await openGroup(['Alice', 'Bob']);
    const [alice, bob] = phones;
    await Promise.all(phones.map((phone) => phone.enter(roomId)));
    await expectAllTogether(phones);

    await bob.crash();
    const [again] = await openGroupPhones([bob.account]);
    await again.enter(roomId);
    await expectAllTogether([alice, again]);
    // The leave that the crashed tab left behind comes 18 s after its last sign of life.
    const crashed = Date.now();
    const since = (await alice.attendance()).length;
    await expect
      .poll(() => Date.now() - crashed, { timeout: 30_000, intervals: [500] })
      .toBeGreaterThan(22_000);
    expect(await alice.missed([again], since)).toEqual([]);
    await expectAllTogether([alice, again]);
  },
);

// Who invites whom is decided by their ids: each of the two is away once.
for (const away of [0, 1] as const) {
  test(
    `number ${away + 1} of two, given up while away from the homeserver, is back within seconds`,
    { tag: '@long' },
    async ({ openGroup }) => {
      test.setTimeout(180_000);
      const { phones, roomId } = await openGroup(['Alice', 'Bob']);
      await Promise.all(phones.map((phone) => phone.enter(roomId)));
      await expectAllTogether(phones);
      const [one, other] = away === 0 ? phones : [phones[1], phones[0]];

      await one.page.context().setOffline(true);
      // The delayed leave is sent after 18 s, and a connection without a goodbye kept for 10 s.
      await other.expectConnected([], 45_000);
      await one.page.context().setOffline(false);
      const isListed = async () => (await membershipsOf(other.account, roomId, one.account.userId)).length;
      await expect.poll(isListed, { timeout: 30_000 }).toBe(1);
      await Promise.all([one.expectConnected([other], 10_000), other.expectConnected([one], 10_000)]);
      await expectAllTogether(phones);
    },
  );
}
