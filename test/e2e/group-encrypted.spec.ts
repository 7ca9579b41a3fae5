import { expect, test } from './support/group-fixtures.ts';
import { expectAllTogether } from './support/group-phone.ts';

test('in an encrypted room nothing goes from device to device in the clear', async ({ openGroup, wire }) => {
  test.setTimeout(120_000);
  const { phones, roomId } = await openGroup(['Alice', 'Bob', 'Carol'], { encrypted: true });
  const [alice, bob, carol] = phones;
  for (const phone of phones) await phone.enter(roomId);
  await expectAllTogether(phones);

  await alice.do('setMicrophoneMuted', true);
  await bob.expectSnapshot({ participants: [{ id: alice.id, microphoneMuted: true }, { id: carol.id }] });
  await carol.do('leave');
  await Promise.all([alice.expectConnected([bob]), bob.expectConnected([alice])]);

  expect(wire.clear).toEqual([]);
  const had = await Promise.all(phones.map(({ page }) => page.evaluate(() => window.groupPhone.encrypted)));
  for (const sent of had) {
    expect(sent.length).toBeGreaterThan(0);
    wire.readEncrypted(sent);
  }
  expect(wire.encrypted).toBe(had.flat().length);
});
