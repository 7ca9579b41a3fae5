import { expect, test } from './support/group-fixtures.ts';
import { expectAllTogether } from './support/group-phone.ts';

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

test('a tab that crashed and is opened again at once takes its old place', async ({
  openGroup,
  openGroupPhones,
}) => {
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
});
