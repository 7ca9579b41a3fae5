import { expect, test } from './support/group-fixtures.ts';
import { expectAllTogether } from './support/group-phone.ts';

test('two people join, see and hear each other, and one leaves', async ({ openGroup, wire }) => {
  const { phones, roomId } = await openGroup(['Alice', 'Bob']);
  const [alice, bob] = phones;
  await alice.enter(roomId);
  await expect.poll(() => bob.page.evaluate(() => window.groupPhone.rung)).toEqual([roomId]);
  await bob.enter(roomId);
  await expectAllTogether(phones);

  // A hidden page's own timers would let the delayed leave come.
  expect(alice.page.workers().map((worker) => new URL(worker.url()).pathname)).toEqual(['/timer-worker.ts']);
  await bob.do('leave');
  await bob.expectSnapshot({ state: 'left', endReason: 'left', participants: [{ id: alice.id }] });
  await alice.expectSnapshot({ state: 'entered', participants: [] });
  expect(await bob.page.evaluate(() => window.groupPhone.openConnections)).toBe(0);
  expect(wire.clear.filter(({ type }) => type.endsWith('.hangup')).length).toBeGreaterThan(0);
});

test('three people join one by one, and everybody sees and hears everybody', async ({ openGroup }) => {
  const { phones, roomId } = await openGroup(['Alice', 'Bob', 'Carol']);
  for (const [index, phone] of phones.entries()) {
    await phone.enter(roomId);
    await expectAllTogether(phones.slice(0, index + 1));
  }
});

test('four people join all at once; one leaves, the others go on, and all are together again', async ({
  openGroup,
}) => {
  test.setTimeout(150_000);
  const { phones, roomId } = await openGroup(['Alice', 'Bob', 'Carol', 'Dora']);
  const [alice, bob, carol, dora] = phones;
  await Promise.all(phones.map((phone) => phone.enter(roomId)));
  await expectAllTogether(phones);

  await carol.do('leave');
  await Promise.all([alice, bob, dora].map((phone) => phone.expectSnapshot({ participants: [{}, {}] })));
  await expectAllTogether([alice, bob, dora]);
  await carol.enter(roomId);
  await expectAllTogether(phones);
});

test('who joins without camera and microphone sees and hears the others', async ({ openGroup }) => {
  const { phones, roomId } = await openGroup(['Alice', 'Bob']);
  const [alice, bob] = phones;
  await alice.enter(roomId);
  await bob.enter(roomId, {}, { microphone: false, camera: false });
  await Promise.all([alice.expectConnected([bob]), bob.expectConnected([alice])]);
  await bob.expectToSeeAndHear([alice]);
  await alice.expectSnapshot({ participants: [{ id: bob.id, cameraMuted: true, microphoneMuted: true }] });
});
