import { logInAgain } from '../support/servers/accounts-and-rooms.mjs';
import { expect, test } from './support/group-fixtures.ts';
import { expectAllTogether } from './support/group-phone.ts';
import { membershipsOf } from './support/room-events.ts';

test('two devices of one user share a state key: each sees the other, and neither loses its place', async ({
  openGroup,
  openGroupPhones,
}) => {
  test.setTimeout(150_000);
  const { phones, roomId } = await openGroup(['Alice', 'Bob']);
  const [desk, bob] = phones;
  const [pocket] = await openGroupPhones([await logInAgain(desk.account)]);
  const all = [desk, pocket, bob];
  await Promise.all(all.map((phone) => phone.enter(roomId)));
  await expectAllTogether(all);
  await expect
    .poll(() => membershipsOf(bob.account, roomId, desk.account.userId))
    .toEqual([desk.account.deviceId, pocket.account.deviceId].toSorted());

  await pocket.do('leave');
  await Promise.all([desk.expectConnected([bob]), bob.expectConnected([desk])]);
  await pocket.enter(roomId);
  await expectAllTogether(all);
});

test(
  'when one of two devices of a user crashes, the other stays',
  { tag: '@long' },
  async ({ openGroup, openGroupPhones }) => {
    test.setTimeout(150_000);
    const { phones, roomId } = await openGroup(['Alice', 'Bob']);
    const [desk, bob] = phones;
    const [pocket] = await openGroupPhones([await logInAgain(desk.account)]);
    await desk.enter(roomId);
    await bob.enter(roomId);
    await pocket.enter(roomId);
    await expectAllTogether([desk, pocket, bob]);

    const since = (await bob.attendance()).length;
    await desk.crash();
    await Promise.all([bob.expectConnected([pocket], 25_000), pocket.expectConnected([bob], 25_000)]);
    await expect
      .poll(() => membershipsOf(bob.account, roomId, desk.account.userId))
      .toEqual([pocket.account.deviceId]);
    expect(await bob.missed([pocket], since)).toEqual([]);
    await expectAllTogether([pocket, bob]);
  },
);

test('a key of its own for each device where the application asks for it', async ({
  openGroup,
  openGroupPhones,
}) => {
  const { phones, roomId } = await openGroup(['Alice', 'Bob']);
  const [desk, bob] = phones;
  const [pocket] = await openGroupPhones([await logInAgain(desk.account)]);
  for (const phone of [desk, pocket, bob]) await phone.enter(roomId, { perDeviceKeys: true });
  await expectAllTogether([desk, pocket, bob]);
  await pocket.do('leave');
  await Promise.all([desk.expectConnected([bob]), bob.expectConnected([desk])]);
});
