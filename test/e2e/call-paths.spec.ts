import { expect, test } from './support/call-fixtures.ts';
import { connect } from './support/phone.ts';
import { callEventTypes, roomEvents } from './support/room-events.ts';

test('in an encrypted room all that a call says is encrypted', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair({ encrypted: true });
  await connect([alice, bob], roomId);
  await Promise.all([alice.expectPictures(), bob.expectPictures(), alice.expectSound(), bob.expectSound()]);
  await alice.do('setMicrophoneMuted', true);
  await bob.expectCall({ remote: { microphoneMuted: true } });
  await bob.do('hangup');
  await alice.expectCall({ state: 'ended', endReason: 'user_hangup' });

  const events = await roomEvents(alice.account, roomId);
  expect(await callEventTypes(alice.account, roomId)).toEqual([]);
  const encrypted = events.filter(({ type }) => type === 'm.room.encrypted');
  // At least invite, answer, select_answer, metadata and hangup.
  expect(encrypted.length).toBeGreaterThanOrEqual(5);
  expect(new Set(encrypted.map(({ sender }) => sender)).size).toBe(2);
});

test('a call by relay alone goes through the TURN server and tells nobody an address', async ({
  openPair,
}) => {
  const { alice, bob, roomId } = await openPair({ icePolicy: 'relay' });
  await connect([alice, bob], roomId);
  await Promise.all([alice.expectPictures(), bob.expectPictures()]);
  expect(await alice.candidateTypes()).toEqual(['relay', 'relay']);
  expect(await bob.candidateTypes()).toEqual(['relay', 'relay']);
  const sent = JSON.stringify(await roomEvents(alice.account, roomId));
  expect(sent).toContain('typ relay');
  expect(sent).not.toMatch(/typ (host|srflx|prflx)/);
});
