import { createRoom, logInAgain } from '../support/servers/accounts-and-rooms.mjs';
import { expect, test } from './support/group-fixtures.ts';
import { leavesOf, membershipsOf } from './support/room-events.ts';

for (const dialect of ['deployed', 'documented'] as const) {
  test(`with two who speak the ${dialect} dialect only: one whom we invite, one who invites us`, async ({
    servers,
    openGroupPhones,
    openDialectPhone,
    wire,
  }) => {
    test.setTimeout(120_000);
    const [mia, aaron, zoe] = [
      await servers.registerUser('Mia'),
      await servers.registerUser('Aaron'),
      await servers.registerUser('Zoe'),
    ];
    const roomId = await createRoom(mia, [aaron, zoe]);
    const [ours] = await openGroupPhones([mia]);
    const before = await openDialectPhone(aaron, dialect);
    const after = await openDialectPhone(zoe, dialect);

    await before.join(roomId);
    await ours.enter(roomId);
    await after.join(roomId);
    await ours.expectConnected([before, after]);
    await Promise.all([
      ours.expectToSeeAndHear([before, after]),
      before.expectToSeeAndHear([ours, after]),
      after.expectToSeeAndHear([ours, before]),
    ]);

    await before.leave();
    await ours.expectConnected([after]);
    await ours.do('leave');
    await after.expectCallsWith([]);
    const prefix = dialect === 'deployed' ? 'com.famedly.call.member.' : 'm.call.';
    expect(wire.clear.map(({ type }) => type).filter((type) => !type.startsWith(prefix))).toEqual([]);
  });
}

test('with one who speaks the one dialect and one who speaks the other', async ({
  servers,
  openGroupPhones,
  openDialectPhone,
}) => {
  test.setTimeout(120_000);
  const [mia, aaron, zoe] = [
    await servers.registerUser('Mia'),
    await servers.registerUser('Aaron'),
    await servers.registerUser('Zoe'),
  ];
  const roomId = await createRoom(mia, [aaron, zoe]);
  const [ours] = await openGroupPhones([mia]);
  const deployed = await openDialectPhone(aaron, 'deployed');
  const documented = await openDialectPhone(zoe, 'documented');
  await ours.enter(roomId);
  await deployed.join(roomId);
  await documented.join(roomId);
  await Promise.all([
    ours.expectToSeeAndHear([deployed, documented]),
    deployed.expectToSeeAndHear([ours]),
    documented.expectToSeeAndHear([ours]),
  ]);
});

test(
  'beside a deployed app of the same user, which rewrites the list and cancels our delayed leave',
  { tag: '@long' },
  async ({ openGroup, openDialectPhone }) => {
    test.setTimeout(150_000);
    const { phones, roomId } = await openGroup(['Alice', 'Bob']);
    const [desk, bob] = phones;
    await desk.enter(roomId);
    await bob.enter(roomId);
    const armed = await leavesOf(desk.account);
    expect(armed).toHaveLength(1);
    const pocket = await openDialectPhone(await logInAgain(desk.account), 'deployed');
    const since = (await bob.attendance()).length;
    await pocket.join(roomId);

    await desk.expectConnected([bob, pocket]);
    await Promise.all([
      desk.expectToSeeAndHear([bob, pocket]),
      bob.expectToSeeAndHear([desk, pocket]),
      pocket.expectToSeeAndHear([desk, bob]),
    ]);
    // Ours is made anew, and leaves the app's entry where it is.
    const left = JSON.stringify([pocket.account.deviceId]);
    await expect.poll(() => leavesOf(desk.account)).toContain(left);
    expect(await bob.missed([desk], since)).toEqual([]);

    await desk.crash();
    await bob.expectConnected([pocket], 25_000);
    expect(await membershipsOf(bob.account, roomId, desk.account.userId)).toEqual([pocket.account.deviceId]);
    await bob.expectToSeeAndHear([pocket]);
  },
);
