import { createDirectRoom, logInAgain, requestAs } from '../support/servers/accounts-and-rooms.mjs';
import { expect, test } from './support/element-fixtures.ts';
import { Person, connect } from './support/element-person.ts';

for (const encrypted of [false, true]) {
  const room = encrypted ? 'an encrypted' : 'a plain';
  test(`elements that sign in call in ${room} room, and what they signed in with leaves the page`, async ({
    openPair,
  }) => {
    const { alice, bob, pair } = await openPair({ signsIn: true, encrypted });
    for (const person of pair) await expect(person.button('Video call')).toBeVisible();
    await expect(alice.element).toHaveAttribute('user-id', alice.account.userId);
    await expect(alice.element).not.toHaveAttribute('access-token');
    await connect(pair);
    await Promise.all([alice.sees('Bob'), bob.sees('Alice'), alice.hears(), bob.hears()]);
    await bob.press('End');
    await alice.reads(/^Bob hung up/);
  });
}

test('who is signed out by the server in a call is asked of the page again, and nobody notices', async ({
  servers,
  openPerson,
}) => {
  const [alices, bobs] = [await servers.registerUser('Alice'), await servers.registerUser('Bob')];
  const attributes = { 'room-id': await createDirectRoom(alices, bobs) };
  const asked: string[] = [];
  const provideToken = async (reason: string): Promise<string> => {
    asked.push(reason);
    const { accessToken } =
      reason === 'first' ? alices : await logInAgain(alices, { deviceId: alices.deviceId });
    return accessToken;
  };
  const alice = await openPerson(alices, { attributes, signsIn: true, provideToken });
  const bob = await openPerson(bobs, { attributes });
  await connect([alice, bob]);
  await requestAs(alices, 'POST', '/logout', {});
  await alice.press('Mute microphone');
  await bob.reads('Alice is muted');
  await Promise.all([alice.sees('Bob'), bob.sees('Alice'), alice.hears()]);
  expect(asked).toEqual(['first', 'expired']);
  await alice.press('End');
  await bob.reads(/^Alice hung up/);
});

test('who is signed out with nobody to ask is told so, and talks on', async ({ openPair, consoles }) => {
  consoles.expectWarning(/./);
  const { alice, bob, pair } = await openPair({ signsIn: true });
  await connect(pair, 'Voice call');
  await requestAs(alice.account, 'POST', '/logout', {});
  await alice.reads('You are signed out', 'Sign in again to call.');
  await Promise.all([alice.hears(), bob.hears()]);
  await alice.press('End');
  await alice.press('Close');
  await alice.reads('You are signed out');
  await expect(alice.button('Voice call')).toHaveCount(0);
});

test('a second tab with the same device is told so, and has its turn when the first is closed', async ({
  elementPages,
  openPair,
}) => {
  const { alice, bob } = await openPair({ signsIn: true });
  await expect(alice.button('Video call')).toBeVisible();
  const second = new Person(await alice.context.newPage(), alice.account);
  await second.page.goto(elementPages.url);
  await second.reads('Calls are open in another tab', 'Close it there, or call from there.');
  expect(await second.events()).toEqual(['error second-tab']);
  await alice.page.close();
  await second.page.reload();
  await second.press('Voice call');
  await expect(bob.button('Answer')).toBeVisible();
});

test('a server that is away at the start is waited for in words', async ({ servers, openPerson }) => {
  const [alices, bobs] = [await servers.registerUser('Alice'), await servers.registerUser('Bob')];
  const roomId = await createDirectRoom(alices, bobs);
  await servers.stopSynapse();
  const alice = await openPerson(alices, { attributes: { 'room-id': roomId }, signsIn: true });
  await alice.reads('The server does not answer');
  await servers.startSynapse();
  await expect(alice.button('Video call')).toBeVisible();
});
