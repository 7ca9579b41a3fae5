import { requestAs } from '../support/servers/accounts-and-rooms.mjs';
import { expect, test } from './support/element-fixtures.ts';
import { connect } from './support/element-person.ts';

test('who has no camera and no microphone is told so, and sees and hears the other', async ({ openPair }) => {
  const { alice, bob, pair } = await openPair({}, { unplugged: ['audioinput', 'videoinput'] });
  await connect(pair);
  await bob.reads('No microphone found. Others cannot hear you.');
  await alice.reads('Bob is muted');
  await Promise.all([bob.sees('Alice'), bob.hears()]);
  await bob.page.evaluate(() => window.element.devices.plugIn('audioinput'));
  await bob.reads(/^Now using/, 'No camera found. Others cannot see you.');
  await bob.page.evaluate(() => window.element.devices.plugIn('videoinput'));
  await alice.sees('Bob');
  await bob.readsNoMore(/No camera found/);
  await alice.hears();
  expect(await bob.events()).toContain('error device-missing');
});

test('a camera that another program holds is said, and taken by one click when it is free', async ({
  openPair,
}) => {
  const { alice, bob, pair } = await openPair();
  await bob.page.evaluate(() => window.element.devices.occupy('videoinput', true));
  await connect(pair);
  await bob.reads('The camera is used by another program. Close it there and try again.');
  await Promise.all([bob.sees('Alice'), alice.hears()]);
  await bob.page.evaluate(() => window.element.devices.occupy('videoinput', false));
  await bob.press('Try again');
  await alice.sees('Bob');
  await bob.readsNoMore(/used by another program/);
});

test('a camera that is unplugged in a call is missed in words, and used again when it is back', async ({
  openPair,
}) => {
  const { alice, bob, pair } = await openPair();
  await connect(pair);
  await bob.sees('Alice');
  await alice.page.evaluate(() => window.element.devices.unplug('videoinput'));
  await alice.reads('The camera was unplugged. Plug one in and it is used.');
  await expect(bob.picture('Alice')).toHaveCount(0);
  await Promise.all([bob.hears(), alice.sees('Bob')]);
  await alice.page.evaluate(() => window.element.devices.plugIn('videoinput'));
  await alice.reads(/^Now using fake_device/);
  await alice.readsNoMore(/unplugged/);
  await bob.sees('Alice');
});

test('a microphone that goes is replaced by another, and the person is told which', async ({ openPair }) => {
  const { alice, bob, pair } = await openPair();
  await connect(pair, 'Voice call');
  await bob.hears();
  await alice.page.evaluate(() => window.element.devices.loseTrack('audioinput'));
  await alice.reads(/^Now using Fake/);
  await bob.hears();
  await expect(alice.button('Mute microphone')).toBeVisible();
});

test('sound that the browser holds back is started by one button', async ({ openPair }) => {
  const { alice, bob } = await openPair({}, { answers: true, unplugged: ['audioinput', 'videoinput'] });
  // What a test asks of a page counts as a click there: until the button is there, nothing is asked.
  const protocol = await bob.context.newCDPSession(bob.page);
  const hasButton = async (): Promise<boolean> => {
    const { nodes } = await protocol.send('Accessibility.getFullAXTree');
    return nodes.some(({ role, name }) => role?.value === 'button' && name?.value === 'Turn sound on');
  };
  await alice.press('Voice call');
  await expect.poll(hasButton).toBe(true);
  expect(await bob.page.evaluate(() => window.element.sounds.every(({ paused }) => paused))).toBe(true);
  await bob.press('Turn sound on');
  await bob.hears();
  await expect(bob.button('Turn sound on')).toHaveCount(0);
});

test('a page that is not secure says so', async ({ servers, elementPages, openPerson }) => {
  const url = elementPages.url.replace('localhost', 'calls.test');
  const alice = await openPerson(await servers.registerUser('Alice'), {
    url,
    attributes: { 'room-id': '!any:here' },
  });
  await alice.reads('Calls need a secure page', 'Open this page by https.');
  await expect(alice.page.getByRole('button')).toHaveCount(0);
});

test('a frame that is allowed nothing names what the page around it must set', async ({
  servers,
  elementPages,
  openPerson,
}) => {
  const account = await servers.registerUser('Alice');
  const alice = await openPerson(account, { url: elementPages.framedUrl, signsIn: true });
  const frame = alice.page.frameLocator('iframe');
  await expect(frame.getByRole('heading')).toHaveText(
    'This page is not allowed to use microphone and camera',
  );
  await expect(
    frame
      .getByRole('paragraph')
      .filter({ hasText: 'allow="microphone; camera; display-capture; autoplay"' })
      .first(),
  ).toBeVisible();
});

test('nonsense in an attribute is the default, and the console says once what is allowed', async ({
  openPair,
  consoles,
}) => {
  consoles.expectWarning(/type="vdeo" is not known; allowed: video, voice/);
  const { alice } = await openPair({ attributes: { type: 'vdeo' } });
  await expect(alice.button('Video call')).toBeVisible();
  await expect(alice.button('Voice call')).toBeVisible();
  await alice.press('Video call');
  await alice.reads('Ringing…');
  const warnings = consoles.ofEngine.filter((text) => text.includes('vdeo'));
  // One for each page.
  expect(warnings).toHaveLength(2);
});

test('who may not write in the room is told so, and whom to ask', async ({ openPair, consoles }) => {
  consoles.expectWarning(/^\[famedly-calls\] A call event was not sent/);
  const { alice, bob, roomId } = await openPair({ preset: 'private_chat' });
  const path = `/rooms/${encodeURIComponent(roomId)}/state/m.room.power_levels/`;
  const levels = await requestAs(alice.account, 'GET', path);
  const users = { [bob.account.userId]: 0 };
  await requestAs(alice.account, 'PUT', path, { ...levels, users, events_default: 50 });
  await bob.press('Voice call');
  await bob.reads(
    'Call ended',
    'You may not call in this room',
    'Ask a moderator for the right to send messages here.',
  );
  expect(await bob.events()).toContain('error signalling-failed');
});

test('events that mean nothing, or harm, change nothing on the screen', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await expect(alice.button('Video call')).toBeVisible();
  const send = (type: string, content: object) =>
    requestAs(
      bob.account,
      'PUT',
      `/rooms/${encodeURIComponent(roomId)}/send/${type}/${Math.random()}`,
      content,
    );
  const party = { call_id: '<img src=x onerror=alert(1)>', party_id: 'p', version: '1' };
  await send('m.call.invite', { ...party, lifetime: 60_000, offer: { type: 'offer' } });
  await send('m.call.invite', { ...party, lifetime: 'long', offer: 7 });
  await send('m.call.answer', { ...party, answer: { type: 'answer' } });
  await send('m.call.candidates', { ...party, candidates: [{ candidate: {} }] });
  await send('m.call.hangup', { call_id: [] });
  // Comes after them, and rings: they have been read.
  await bob.press('Voice call');
  await expect(alice.button('Answer')).toBeVisible();
  expect(await alice.events()).toEqual(['incoming']);
});
