import { createDirectRoom, logInAgain, requestAs } from '../support/servers/accounts-and-rooms.mjs';
import { expect, test } from './support/element-fixtures.ts';
import { connect } from './support/element-person.ts';
import { roomEvents } from './support/room-events.ts';

test('who is in a call is not disturbed by a third, and is told of their call', async ({
  servers,
  openPerson,
  openPair,
}) => {
  const { alice, bob, pair } = await openPair({}, { attributes: { 'room-id': '', listen: '' } });
  const carolsAccount = await servers.registerUser('Carol');
  const roomId = await createDirectRoom(carolsAccount, bob.account);
  const carol = await openPerson(carolsAccount, { attributes: { 'room-id': roomId } });
  await connect(pair);
  await carol.press('Video call');
  await carol.reads('Ringing…');
  await bob.reads('Missed video call · Carol');
  expect(await bob.events()).toContain('missed');
  await bob.sees('Alice');
  await expect(bob.button('Answer')).toHaveCount(0);
  // Another app of Bob’s, one that says so.
  const invite = (await roomEvents(bob.account, roomId)).find(({ type }) => type === 'm.call.invite')!;
  const path = `/rooms/${encodeURIComponent(roomId)}/send/m.call.hangup/busy`;
  const busy = { call_id: invite.content['call_id'], party_id: 'app', version: '1', reason: 'user_busy' };
  await requestAs(bob.account, 'PUT', path, busy);
  await carol.reads('Call ended', 'Bob is busy');
  await alice.press('End');
  await bob.reads(/^Alice hung up/);
});

for (const { press, says } of [
  { press: 'Answer', says: 'Answered on another device' },
  { press: 'Decline', says: 'Declined on another device' },
]) {
  test(`the callee’s other device stops ringing and says why: ${press}`, async ({ openPerson, openPair }) => {
    const { alice, bob, roomId } = await openPair();
    const tablet = await openPerson(await logInAgain(bob.account), { attributes: { 'room-id': roomId } });
    await expect(tablet.button('Video call')).toBeVisible();
    await alice.press('Video call');
    await expect(tablet.button('Answer')).toBeVisible();
    await bob.press(press);
    await tablet.reads('Call ended', says);
    expect(await tablet.events()).not.toContain('start');
    await expect(press === 'Answer' ? alice.button('End') : alice.button('Call again')).toBeVisible();
  });
}

test('a page that is reloaded in a call has left it, and is called again', async ({ openPair }) => {
  const { alice, bob, pair } = await openPair();
  await connect(pair);
  await bob.page.reload();
  await alice.reads('Call ended', /^Bob hung up/);
  await expect(bob.button('Video call')).toBeVisible();
  await alice.press('Call again');
  await bob.press('Answer');
  await Promise.all([alice.sees('Bob'), bob.sees('Alice')]);
});

test('nobody answers, and both are told so', async ({ openPair }) => {
  const { alice, bob } = await openPair({ setsClock: true });
  await alice.press('Voice call');
  await expect(bob.button('Answer')).toBeVisible();
  for (const { page } of [alice, bob]) await page.clock.fastForward(95_000);
  await alice.reads('Call ended', 'Bob did not answer');
  await bob.reads('Missed voice call', /^Alice/);
});

test('two who call each other at once talk in one call', async ({ openPair }) => {
  const { alice, bob, pair } = await openPair();
  for (const person of pair) await expect(person.button('Video call')).toBeVisible();
  await Promise.all(pair.map((person) => person.button('Video call').click()));
  const rings = await Promise.any(
    pair.map(async (person) => {
      await expect(person.button('Answer')).toBeVisible();
      return person;
    }),
  );
  await rings.press('Answer');
  await Promise.all([alice.sees('Bob'), bob.sees('Alice')]);
});
