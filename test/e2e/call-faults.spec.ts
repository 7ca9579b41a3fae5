import { expect, test } from './support/call-fixtures.ts';
import { connect } from './support/phone.ts';
import type { Phone } from './support/phone.ts';
import { callEventTypes } from './support/room-events.ts';

test('a call outlives its homeserver, says that signalling is interrupted, and its hangup arrives later', async ({
  servers,
  openPair,
}) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId);
  await servers.stopSynapse();
  await Promise.all([
    alice.expectCall({ state: 'connected', signallingInterrupted: true }),
    bob.expectCall({ state: 'connected', signallingInterrupted: true }),
  ]);
  await Promise.all([alice.expectPictures(), bob.expectPictures(), alice.expectSound(), bob.expectSound()]);
  await alice.do('hangup');
  await alice.expectCall({ state: 'ended', endedBy: 'local' });
  await servers.startSynapse();
  await bob.expectCall({ state: 'ended', endedBy: 'remote', endReason: 'user_hangup' });
});

test('a page that is closed in a call hangs up', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId);
  await alice.page.close();
  await bob.expectCall({ state: 'ended', endedBy: 'remote', endReason: 'user_hangup' });
  expect(await callEventTypes(bob.account, roomId, alice.account)).toContain('m.call.hangup');
});

test('a page that is closed in an encrypted room is waited for', { tag: '@long' }, async ({ openPair }) => {
  test.setTimeout(90_000);
  const { alice, bob, roomId } = await openPair({ encrypted: true });
  await connect([alice, bob], roomId, 'voice');
  await alice.page.close();
  await bob.expectState('reconnecting');
  const reconnecting = Date.now();
  await bob.expectCall({ state: 'ended', endedBy: 'local', endReason: 'ice_timeout' }, 45_000);
  expect(Date.now() - reconnecting).toBeGreaterThan(25_000);
});

test('a page that is reloaded while it rings rings again', async ({ openPair, reload }) => {
  const { alice, bob, roomId } = await openPair();
  await alice.call(roomId, 'video', bob.account);
  await bob.expectState('ringing');
  await reload(bob);
  await bob.expectState('ringing');
  await bob.do('answer');
  await Promise.all([alice.expectState('connected'), bob.expectState('connected')]);
  await Promise.all([alice.expectPictures(), bob.expectPictures()]);
});

test('a page that is reloaded in a call has left it, and the old call does not ring', async ({
  openPair,
  reload,
}) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId);
  await reload(bob);
  await alice.expectCall({ state: 'ended', endedBy: 'remote', endReason: 'user_hangup' });
  // Synapse repeats to a page that starts anew its old sync responses: the past comes in the steps in which it came before.
  await expect.poll(() => hasRead(bob, roomId, 'm.call.hangup')).toBe(true);
  expect(await bob.snapshot()).toBeNull();
  await connect([alice, bob], roomId);
  await Promise.all([alice.expectPictures(), bob.expectPictures()]);
});

test('when the network of either side is back, the path is made anew and the call goes on', async ({
  openPair,
}) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId);
  const generation = ({ page }: Phone) =>
    page.evaluate(() => /^a=ice-ufrag:(.*)$/m.exec(window.phone.connection.currentLocalDescription!.sdp)![1]);
  for (const phone of [alice, bob]) {
    const before = await generation(phone);
    await phone.page.context().setOffline(true);
    await phone.page.context().setOffline(false);
    await expect.poll(() => generation(phone)).not.toBe(before);
    await Promise.all([alice.expectState('connected'), bob.expectState('connected')]);
    await Promise.all([alice.expectPictures(), bob.expectPictures()]);
  }
});

test('a call whose only path is cut for ten seconds comes back', async ({ servers, openPair }) => {
  const { alice, bob, roomId } = await openPair({ icePolicy: 'relay' });
  await connect([alice, bob], roomId);
  await Promise.all([alice.expectPictures(), bob.expectPictures()]);
  servers.pauseTurn();
  const cut = Date.now();
  try {
    await Promise.all([alice.expectState('reconnecting'), bob.expectState('reconnecting')]);
    // How long the path is cut is what this test is about.
    await expect.poll(() => Date.now() - cut, { intervals: [100] }).toBeGreaterThan(10_000);
  } finally {
    servers.continueTurn();
  }
  await Promise.all([alice.expectState('connected'), bob.expectState('connected')]);
  await Promise.all([alice.expectPictures(), bob.expectPictures(), alice.expectSound(), bob.expectSound()]);
  await bob.do('hangup');
  await alice.expectCall({ state: 'ended', endReason: 'user_hangup' });
});

function hasRead({ page }: Phone, roomId: string, type: string): Promise<boolean> {
  return page.evaluate(
    ([roomId, type]) =>
      (window.client.getRoom(roomId)?.getLiveTimeline().getEvents() ?? []).some(
        (event) => event.getType() === type,
      ),
    [roomId, type] as const,
  );
}
