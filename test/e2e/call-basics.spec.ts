import { expect, test } from './support/call-fixtures.ts';
import { connect } from './support/phone.ts';
import { callEventTypes } from './support/room-events.ts';

test('two people see and hear each other until the one who was called hangs up', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId);
  await Promise.all([alice.expectPictures(), bob.expectPictures(), alice.expectSound(), bob.expectSound()]);

  await bob.do('hangup');
  await bob.expectCall({ state: 'ended', endReason: 'user_hangup', endedBy: 'local' });
  await alice.expectCall({ state: 'ended', endReason: 'user_hangup', endedBy: 'remote' });
});

test('with the browser’s own devices they see and hear each other until the caller hangs up', async ({
  openPair,
}) => {
  const { alice, bob, roomId } = await openPair({ ownDevices: true });
  await connect([alice, bob], roomId);
  await Promise.all([alice.expectPictures(), bob.expectPictures(), alice.expectSound(), bob.expectSound()]);

  await alice.do('hangup');
  await alice.expectCall({ state: 'ended', endReason: 'user_hangup', endedBy: 'local' });
  await bob.expectCall({ state: 'ended', endReason: 'user_hangup', endedBy: 'remote' });
  expect(await bob.page.evaluate(() => window.phone.missed)).toEqual([]);
});

test('a voice call is heard and has no picture', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId, 'voice');
  await Promise.all([alice.expectSound(), bob.expectSound()]);
  const sections = () => window.phone.connection.getTransceivers().map(({ receiver }) => receiver.track.kind);
  expect(await bob.page.evaluate(sections)).toEqual(['audio']);
  await bob.expectCall({ type: 'voice', local: { camera: 'off' }, remote: { cameraMuted: true } });
});

test('statistics of a call arrive once a second', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId);
  const newest = () => alice.page.evaluate(() => window.phone.statistics.at(-1));
  await expect
    .poll(newest)
    .toMatchObject({ localCandidateType: 'host', video: { received: { width: 320, height: 180 } } });
  const counted = await alice.page.evaluate(() => window.phone.statistics.length);
  await expect.poll(() => alice.page.evaluate(() => window.phone.statistics.length)).toBeGreaterThan(counted);
  const statistics = await newest();
  expect(statistics?.roundTripTime).toEqual(expect.any(Number));
  expect(statistics?.bitrateReceived).toBeGreaterThan(0);
  expect(statistics?.bitrateSent).toBeGreaterThan(0);
});

test('who declines is silent from then on, and the caller is told', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await alice.call(roomId, 'video', bob.account);
  await bob.expectState('ringing');
  await bob.do('reject');
  await bob.expectCall({ state: 'ended', endedBy: 'local', endReason: 'rejected' });
  await alice.expectCall({ state: 'ended', endedBy: 'remote', endReason: 'rejected' });

  await expect.poll(() => callEventTypes(alice.account, roomId)).toContain('m.call.select_answer');
  expect(await callEventTypes(alice.account, roomId, bob.account)).toEqual(['m.call.reject']);
  expect(await bob.page.evaluate(() => window.phone.happened)).toEqual([
    'playRingtone',
    'registerListeners',
    'ringing',
    'handleNewCall',
    'stopRingtone',
    'ended',
    'handleCallEnded',
  ]);
  expect(await bob.page.evaluate(() => window.phone.devices.asked)).toBe(0);
});

test('a call that its caller takes back was missed', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await alice.call(roomId, 'voice', bob.account);
  await bob.expectState('ringing');
  await alice.do('hangup');
  await bob.expectCall({ state: 'ended', endedBy: 'remote' });
  await expect
    .poll(() => bob.page.evaluate(() => window.phone.missed))
    .toMatchObject([{ roomId, userId: alice.account.userId, type: 'voice' }]);
  expect(await bob.page.evaluate(() => window.phone.happened.slice(-4))).toEqual([
    'stopRingtone',
    'ended',
    'handleCallEnded',
    'handleMissedCall',
  ]);
});

test('nobody answers: both ring out, and only the caller says so', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair({ lifetime: 4_000 });
  await alice.call(roomId, 'video', bob.account);
  await bob.expectState('ringing');
  await alice.expectCall({ state: 'ended', endedBy: 'local', endReason: 'invite_timeout' });
  await bob.expectCall({ state: 'ended', endedBy: 'remote', endReason: 'invite_timeout' });
  await expect.poll(() => bob.page.evaluate(() => window.phone.missed.length)).toBe(1);
  await expect.poll(() => callEventTypes(alice.account, roomId, alice.account)).toContain('m.call.hangup');
  expect(await callEventTypes(alice.account, roomId, bob.account)).toEqual([]);
});
