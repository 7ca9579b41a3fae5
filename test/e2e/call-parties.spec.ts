import { createDirectRoom, logInAgain } from '../support/servers/accounts-and-rooms.mjs';
import { expect, test } from './support/call-fixtures.ts';
import { connect } from './support/phone.ts';
import type { Phone } from './support/phone.ts';
import { callEventTypes } from './support/room-events.ts';

test('who is in a call misses the next one, and sends nothing about it', async ({
  servers,
  openPair,
  openPhones,
}) => {
  const { alice, bob, roomId } = await openPair();
  const carolsAccount = await servers.registerUser('Carol');
  const carolsRoom = await createDirectRoom(carolsAccount, bob.account);
  const [carol] = await openPhones([carolsAccount]);
  await connect([alice, bob], roomId, 'voice');
  await expect
    .poll(() => bob.page.evaluate((room) => !!window.phone.voip.port.room(room), carolsRoom))
    .toBe(true);

  await carol.call(carolsRoom, 'voice', bob.account);
  await expect
    .poll(() => bob.page.evaluate(() => window.phone.missed))
    .toMatchObject([{ roomId: carolsRoom, userId: carolsAccount.userId }]);
  await carol.do('hangup');
  await expect
    .poll(() => callEventTypes(carolsAccount, carolsRoom, carolsAccount))
    .toContain('m.call.hangup');
  expect(await callEventTypes(carolsAccount, carolsRoom, bob.account)).toEqual([]);
  expect(await bob.page.evaluate(() => window.phone.sessions.length)).toBe(1);
  await bob.expectCall({ state: 'connected', peer: { userId: alice.account.userId } });
});

for (const { act, reason } of [
  { act: 'answer', reason: 'answered_elsewhere' },
  { act: 'reject', reason: 'rejected_elsewhere' },
] as const) {
  test(`what one device of the callee does (${act}) silences the other`, async ({ servers, openPhones }) => {
    const [alicesAccount, bobsAccount] = [
      await servers.registerUser('Alice'),
      await servers.registerUser('Bob'),
    ];
    const roomId = await createDirectRoom(alicesAccount, bobsAccount);
    const [alice, bob, tablet] = await openPhones([
      alicesAccount,
      bobsAccount,
      await logInAgain(bobsAccount),
    ]);
    await alice.call(roomId, 'voice', bobsAccount);
    await Promise.all([bob.expectState('ringing'), tablet.expectState('ringing')]);

    await bob.do(act);
    await tablet.expectCall({ state: 'ended', endedBy: 'remote', endReason: reason });
    await alice.expectState(act === 'answer' ? 'connected' : 'ended');
    expect(await tablet.page.evaluate(() => window.phone.happened)).toEqual([
      'playRingtone',
      'registerListeners',
      'ringing',
      'handleNewCall',
      'stopRingtone',
      'ended',
      'handleCallEnded',
    ]);
  });
}

test('one’s own other device is called, and talks', async ({ servers, openPhones }) => {
  const account = await servers.registerUser('Alice');
  const friend = await servers.registerUser('Bob');
  const roomId = await createDirectRoom(account, friend);
  const [phone, tablet, bob] = await openPhones([account, await logInAgain(account), friend]);
  await phone.call(roomId, 'video', tablet.account, { onlyDevice: true });
  await tablet.expectState('ringing');
  await tablet.do('answer');
  await Promise.all([phone.expectState('connected'), tablet.expectState('connected')]);
  await Promise.all([phone.expectPictures(), tablet.expectPictures()]);
  await tablet.do('hangup');
  await phone.expectState('ended');
  await tablet.expectState('ended');
  expect(await bob.page.evaluate(() => window.phone.sessions.length)).toBe(0);
  expect(await phone.page.evaluate(() => window.phone.sessions.length)).toBe(1);
});

test('who call each other at once end in one call: the other one’s rings and is answered', async ({
  openPair,
}) => {
  const { alice, bob, roomId } = await openPair();
  const { winner, loser } = await callEachOther([alice, bob], roomId);
  await loser.expectState('ringing');
  await loser.do('answer');
  await Promise.all([alice.expectState('connected'), bob.expectState('connected')]);
  await Promise.all([alice.expectPictures(), bob.expectPictures()]);

  // Its microphone and camera went over from the call that lost.
  expect(await loser.page.evaluate(() => window.phone.devices.asked)).toBe(
    await winner.page.evaluate(() => window.phone.devices.asked),
  );
  expect(await callEventTypes(loser.account, roomId, loser.account)).toContain('m.call.hangup');
  await loser.do('hangup');
  await winner.expectState('ended');
});

test('who call each other at once are connected at once where that is set', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair({ glare: 'answer' });
  await callEachOther([alice, bob], roomId);
  await Promise.all([alice.expectState('connected'), bob.expectState('connected')]);
  await Promise.all([alice.expectPictures(), bob.expectPictures()]);
});

/** Both invites are under way before either arrives. */
async function callEachOther(pair: readonly [Phone, Phone], roomId: string) {
  const bothSent = Promise.all(
    pair.map(async ({ page }) => {
      let release = (): void => undefined;
      const released = new Promise<void>((resolve) => (release = resolve));
      await new Promise<void>((resolve) => {
        void page.route('**/send/m.call.invite/**', async (route) => {
          resolve();
          await released;
          await route.continue();
        });
      });
      return release;
    }),
  );
  await Promise.all(pair.map((phone, index) => phone.call(roomId, 'video', pair[1 - index]!.account)));
  const ids = await Promise.all(pair.map(async (phone) => (await phone.snapshot())!.callId));
  for (const release of await bothSent) release();
  const [winner, loser] = ids[0]! < ids[1]! ? pair : pair.toReversed();
  const replacement = ids.toSorted();
  await expect
    .poll(() => loser.page.evaluate(() => window.phone.replaced))
    .toEqual([[replacement[1], replacement[0]]]);
  return { winner: winner, loser: loser };
}
