import { requestAs } from '../support/servers/accounts-and-rooms.mjs';
import { expect, test } from './support/group-fixtures.ts';
import { expectAllTogether } from './support/group-phone.ts';
import { memberEvents } from './support/room-events.ts';

test('who may not join is told which power is missing, until somebody allows it to everybody', async ({
  openGroup,
}) => {
  const { phones, roomId } = await openGroup(['Alice', 'Bob'], { preset: 'private_chat' });
  const [alice, bob] = phones;
  await expect(bob.enter(roomId)).rejects.toThrow('forbidden');
  await bob.expectSnapshot({
    state: 'lobby',
    problem: { code: 'forbidden', own: 0, needed: 50, mayAllowEverybody: false },
  });
  expect(await memberEvents(bob.account, roomId)).toEqual([]);
  expect(await bob.page.evaluate(() => window.groupPhone.openConnections)).toBe(0);

  await alice.enter(roomId);
  await alice.do('allowEverybody');
  await bob.expectSnapshot({ problem: null });
  await bob.enter(roomId);
  await expectAllTogether(phones);
});

test('who is put out of the room is out of the call, and the others go on', async ({ openGroup }) => {
  const { phones, roomId } = await openGroup(['Alice', 'Bob', 'Carol'], { preset: 'private_chat' });
  const [alice, bob, carol] = phones;
  await alice.enter(roomId);
  await alice.do('allowEverybody');
  for (const phone of [bob, carol]) {
    await expect.poll(() => phone.powerToJoin(roomId)).toBe(0);
    await phone.enter(roomId);
  }
  await expectAllTogether(phones);
  const path = `/rooms/${encodeURIComponent(roomId)}/kick`;
  await requestAs(alice.account, 'POST', path, { user_id: carol.account.userId });
  await carol.expectSnapshot({ state: 'left', endReason: 'kicked' });
  expect(await carol.page.evaluate(() => window.groupPhone.openConnections)).toBe(0);
  await expectAllTogether([alice, bob]);
});
