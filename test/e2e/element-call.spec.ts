import { expect, test } from './support/element-fixtures.ts';
import { connect } from './support/element-person.ts';

test('two people see and hear each other until the callee hangs up, and the caller calls again', async ({
  openPair,
}) => {
  const { alice, bob, pair } = await openPair();
  await alice.press('Video call');
  await alice.reads('Bob', 'Ringing…');
  await bob.reads('Alice', 'Video call', 'Your camera and microphone stay off until you answer.');
  await expect(bob.page).toHaveTitle('Alice is calling');
  expect(await bob.page.evaluate(() => window.element.devices.asked)).toBe(0);
  await bob.press('Answer');
  await Promise.all([alice.sees('Bob'), bob.sees('Alice'), alice.hears(), bob.hears()]);
  await Promise.all(pair.map((person) => person.reads(/^0:\d\d$/)));
  await expect(bob.page).toHaveTitle('A page with calls');

  await bob.press('End');
  await bob.reads('Call ended', /^You hung up · \d:\d\d$/);
  await alice.reads('Call ended', /^Bob hung up · \d:\d\d$/);
  expect(await alice.events()).toEqual(['start', 'end user_hangup']);
  expect(await bob.events()).toEqual(['incoming', 'start', 'end user_hangup']);

  await alice.press('Call again');
  await bob.press('Answer');
  await Promise.all([alice.sees('Bob'), bob.sees('Alice'), alice.hears(), bob.hears()]);
  await alice.press('End');
  await alice.reads(/^You hung up/);
  await bob.reads(/^Alice hung up/);
  await bob.press('Close');
  await expect(bob.button('Video call')).toBeVisible();
});

test('a video call that is answered with voice only: one camera stays off until its person turns it on', async ({
  openPair,
}) => {
  const { alice, bob } = await openPair();
  await alice.press('Video call');
  await bob.press('Voice only');
  await bob.sees('Alice');
  await alice.hears();
  await expect(alice.picture('Bob')).toHaveCount(0);
  await expect(bob.picture('You')).toHaveCount(0);
  await bob.press('Turn camera on');
  await alice.sees('Bob');
});

test('declined, then missed, then called back by voice, which becomes video by one click', async ({
  openPair,
}) => {
  const { alice, bob, pair } = await openPair();
  await alice.press('Voice call');
  await bob.reads('Alice', 'Voice call', 'Your microphone stays off until you answer.');
  await bob.press('Decline');
  await alice.reads('Call ended', 'Bob declined');
  await bob.reads('Call ended', 'You declined');

  await alice.press('Call again');
  await expect(bob.button('Answer')).toBeVisible();
  await alice.press('Cancel');
  await alice.reads('Cancelled');
  await bob.reads('Missed voice call', /^Alice, today at/);
  expect(await bob.events()).toContain('missed');

  await bob.press('Call back');
  await alice.press('Answer');
  await Promise.all([alice.hears(), bob.hears()]);
  for (const person of pair) await expect(person.picture('You')).toHaveCount(0);
  await alice.press('Switch to video');
  await bob.sees('Alice');
  await bob.press('Switch to video');
  await alice.sees('Bob');
});

test('who mutes and turns the camera off is shown so to the other, and is back by one click each', async ({
  openPair,
}) => {
  const { alice, bob, pair } = await openPair();
  await connect(pair);
  await bob.sees('Alice');

  await alice.press('Mute microphone');
  await bob.reads('Alice is muted');
  await alice.press('Turn camera off');
  await expect(bob.picture('Alice')).toHaveCount(0);
  await expect(alice.picture('You')).toHaveCount(0);
  await bob.reads('Alice', 'Alice is muted');
  await alice.sees('Bob');

  await alice.press('Unmute microphone');
  await bob.readsNoMore('Alice is muted');
  await alice.press('Turn camera on');
  await Promise.all([bob.sees('Alice'), bob.hears()]);
});

test('in an encrypted room they talk, and are told that nobody else hears them', async ({ openPair }) => {
  const { alice, bob } = await openPair({ encrypted: true });
  await alice.reads('End-to-end encrypted');
  await alice.press('Video call');
  await bob.press('Answer');
  await Promise.all([alice.sees('Bob'), bob.sees('Alice'), alice.hears(), bob.hears()]);
  await alice.press('Mute microphone');
  await bob.reads('Alice is muted');
  await bob.press('End');
  await alice.reads(/^Bob hung up/);
});
