import type { Page } from '@playwright/test';
import { createDirectRoom, logInAgain, requestAs } from '../support/servers/accounts-and-rooms.mjs';
import type { Account } from '../support/servers/accounts-and-rooms.mjs';
import type { Servers } from '../support/servers/start-servers.mjs';
import { attributesOf, expect, signIn, test } from './sign-in/fixtures.ts';

/** Alice and Bob in a room. */
async function aliceAndBob(servers: Servers, wishes: { encrypted: boolean } = { encrypted: false }) {
  const [alice, bob] = [await servers.registerUser('Alice'), await servers.registerUser('Bob')];
  return { alice, bob, roomId: await createDirectRoom(alice, bob, wishes) };
}

/** The homeserver does not know the token any more. */
async function expire(account: Account): Promise<void> {
  await requestAs(account, 'POST', '/logout', {});
}

/** A new token for the same device. */
function renew(account: Account): Promise<Account> {
  return logInAgain(account, { deviceId: account.deviceId });
}

function answerToken(page: Page, token: string | null): Promise<void> {
  return page.evaluate((token) => window.first.answer(token), token);
}

/** Alice's page, signed in by its token provider. */
async function openSignedIn(page: Page, account: Account, roomId: string): Promise<void> {
  await answerToken(page, account.accessToken);
  expect(await signIn(page, { account: attributesOf(account), roomId })).toBe('signed-in');
}

const asked = (page: Page) => page.evaluate(() => window.first.asked);
const connections = (page: Page) => page.evaluate(() => window.first.connections);
const send = (page: Page, roomId: string) =>
  page.evaluate((roomId) => window.first.send(roomId, { from: 'alice' }), roomId);

for (const encrypted of [false, true]) {
  const room = encrypted ? 'an encrypted room' : 'a room in clear';
  test(`a token that expires is asked for once, and everything goes on in ${room}`, async ({
    servers,
    openTab,
  }) => {
    const { alice, bob, roomId } = await aliceAndBob(servers, { encrypted });
    const page = await openTab();
    await openSignedIn(page, alice, roomId);
    expect(await asked(page)).toEqual(['first']);

    await expire(alice);
    const waiting = Promise.all([send(page, roomId), send(page, roomId), send(page, roomId)]);
    await page.waitForFunction(() => window.first.asked.length === 2);
    const next = await renew(alice);
    await answerToken(page, next.accessToken);
    const sent = await waiting;
    for (const eventId of sent) expect(eventId).toMatch(/^\$/);
    const path = `/rooms/${encodeURIComponent(roomId)}/send/m.test/1`;
    // In clear also into the encrypted room: it is there to be heard, no matter what the engine would make of it.
    await requestAs(bob, 'PUT', path, { from: 'bob' });
    await page.waitForFunction(() => window.first.heard.length === 4);
    expect(await asked(page)).toEqual(['first', 'expired']);

    await expire(next);
    const last = await renew(next);
    await answerToken(page, last.accessToken);
    expect(await send(page, roomId)).toMatch(/^\$/);
    expect(await asked(page)).toEqual(['first', 'expired', 'expired']);
    expect(await page.evaluate(() => window.first.token)).toBe(last.accessToken);
    expect(await connections(page)).toEqual([]);
  });
}

test('a first token that has expired is asked for again', async ({ servers, openTab }) => {
  const { alice, roomId } = await aliceAndBob(servers);
  const page = await openTab();
  await expire(alice);
  const next = await renew(alice);
  await answerToken(page, alice.accessToken);
  const outcome = signIn(page, { account: attributesOf(alice), roomId });
  await page.waitForFunction(() => window.first.asked.length === 2);
  await answerToken(page, next.accessToken);
  expect(await outcome).toBe('signed-in');
  expect(await asked(page)).toEqual(['first', 'expired']);
});

for (const answer of ['nothing', "somebody else's token", 'a token that is unknown']) {
  test(`a provider that answers ${answer} leaves the connection unauthorized, and is left alone`, async ({
    servers,
    openTab,
    consoles,
  }) => {
    const { alice, bob, roomId } = await aliceAndBob(servers);
    if (answer === 'nothing') consoles.expectWarning(/no access token from the token provider/);
    const page = await openTab();
    await openSignedIn(page, alice, roomId);
    await expire(alice);
    const tokens = {
      nothing: null,
      "somebody else's token": bob.accessToken,
      'a token that is unknown': 'unknown',
    };
    await answerToken(page, tokens[answer as keyof typeof tokens]);
    expect(await send(page, roomId)).toBe('matrix-unauthorized');
    expect(await send(page, roomId)).toBe('matrix-unauthorized');
    expect(await asked(page)).toEqual(['first', 'expired']);
    expect(await connections(page)).toEqual(['unauthorized']);
  });
}

test('without a provider a token that expires leaves the connection unauthorized', async ({
  servers,
  openTab,
}) => {
  const { alice, roomId } = await aliceAndBob(servers);
  const page = await openTab();
  const wishes = { account: attributesOf(alice), token: alice.accessToken, roomId };
  expect(await signIn(page, wishes)).toBe('signed-in');
  await expire(alice);
  expect(await send(page, roomId)).toBe('matrix-unauthorized');
  expect(await connections(page)).toEqual(['unauthorized']);
});

test('a provider that has no token at first signs nobody in', async ({ servers, openTab, consoles }) => {
  consoles.expectWarning(/no access token from the token provider/);
  const alice = await servers.registerUser('Alice');
  const page = await openTab();
  await answerToken(page, null);
  expect(await signIn(page, { account: attributesOf(alice) })).toBe('matrix-unauthorized');
  expect(await asked(page)).toEqual(['first']);
});
