import type { Page } from '@playwright/test';
import { createDirectRoom, logInAgain, requestAs } from '../support/servers/accounts-and-rooms.mjs';
import { attributesOf, expect, signIn, test } from './sign-in/fixtures.ts';
import { WASM } from './sign-in/serve-sign-in-page.ts';

/** Requests for the crypto library from now on. */
function watchCrypto(page: Page): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === WASM) seen.push(request.url());
  });
  return seen;
}

test('signs in to a room in clear without the crypto library, and hears and sends', async ({
  servers,
  openTab,
}) => {
  const [alice, bob] = [await servers.registerUser('Alice'), await servers.registerUser('Bob')];
  const roomId = await createDirectRoom(alice, bob);
  const encrypted = await createDirectRoom(alice, bob, { encrypted: true });
  const page = await openTab();
  const crypto = watchCrypto(page);
  expect(await signIn(page, { account: attributesOf(alice), token: alice.accessToken, roomId })).toBe(
    'signed-in',
  );
  expect(await page.evaluate((roomId) => window.first.port.room(roomId)?.directUserId, roomId)).toBe(
    bob.userId,
  );

  const path = `/rooms/${encodeURIComponent(roomId)}/send/m.test/1`;
  await requestAs(bob, 'PUT', path, { from: 'bob' });
  await page.waitForFunction(() => window.first.heard.length === 1);
  expect(await page.evaluate(() => window.first.heard)).toEqual([{ from: 'bob' }]);
  expect(await page.evaluate((roomId) => window.first.send(roomId, { n: 1 }), roomId)).toMatch(/^\$/);
  expect(await page.evaluate((roomId) => window.first.send(roomId, { n: 2 }), encrypted)).toBe('unsupported');
  expect(crypto).toEqual([]);
});

for (const listening of ['in its room', 'everywhere']) {
  test(`an element that listens ${listening} encrypts where a room is encrypted, with keys that stay`, async ({
    servers,
    openTab,
  }) => {
    const [alice, bob] = [await servers.registerUser('Alice'), await servers.registerUser('Bob')];
    const roomId = await createDirectRoom(alice, bob, { encrypted: true });
    const wishes = {
      account: attributesOf(alice),
      token: alice.accessToken,
      ...(listening === 'in its room' && { roomId }),
    };
    const page = await openTab();
    const crypto = watchCrypto(page);
    expect(await signIn(page, wishes)).toBe('signed-in');
    expect(crypto).toHaveLength(1);
    const eventId = await page.evaluate((roomId) => window.first.send(roomId, { n: 1 }), roomId);
    const event = `/rooms/${encodeURIComponent(roomId)}/event/${encodeURIComponent(eventId)}`;
    expect((await requestAs(bob, 'GET', event))['type']).toBe('m.room.encrypted');

    await page.reload();
    await page.waitForFunction(() => 'first' in window);
    expect(await signIn(page, wishes)).toBe('signed-in');
    // It reads what it wrote before: its own copy of the key was kept.
    await page.waitForFunction(() => window.first.heard.length > 0);
    expect(await page.evaluate(() => window.first.heard)).toEqual([{ n: 1 }]);
  });
}

test('a device that has encrypted before goes on taking keys in a room in clear', async ({
  servers,
  openTab,
}) => {
  const [alice, bob] = [await servers.registerUser('Alice'), await servers.registerUser('Bob')];
  const clear = await createDirectRoom(alice, bob);
  const secret = await createDirectRoom(alice, bob, { encrypted: true });
  const wishes = { account: attributesOf(alice), token: alice.accessToken };
  const page = await openTab();
  expect(await signIn(page, { ...wishes, roomId: secret })).toBe('signed-in');
  await page.reload();
  await page.waitForFunction(() => 'first' in window);
  expect(await signIn(page, { ...wishes, roomId: clear })).toBe('signed-in');
  expect(await page.evaluate((secret) => window.first.send(secret, { n: 1 }), secret)).toMatch(/^\$/);
});

test('listens everywhere without the crypto library until a room is encrypted, and then goes on in it', async ({
  servers,
  openTab,
}) => {
  const [alice, bob] = [await servers.registerUser('Alice'), await servers.registerUser('Bob')];
  const clear = await createDirectRoom(alice, bob);
  const page = await openTab();
  const crypto = watchCrypto(page);
  expect(await signIn(page, { account: attributesOf(alice), token: alice.accessToken })).toBe('signed-in');
  expect(crypto).toEqual([]);
  const roomId = await createDirectRoom(bob, alice, { encrypted: true });
  await page.waitForFunction((roomId) => window.first.port.room(roomId)?.encrypted, roomId);
  // While encryption starts, a room in clear goes on and nothing leaves for the other.
  expect(await page.evaluate((clear) => window.first.send(clear, { n: 1 }), clear)).toMatch(/^\$/);
  const sendEncrypted = () => page.evaluate((roomId) => window.first.send(roomId, { n: 2 }), roomId);
  await expect.poll(sendEncrypted).toMatch(/^\$/);
  await page.waitForFunction(() => window.first.heard.length === 2);
  expect(await page.evaluate(() => window.first.heard)).toEqual([{ n: 1 }, { n: 2 }]);
  expect(await page.evaluate(() => window.first.connections)).toEqual([]);
  expect(crypto).toHaveLength(1);
});

test('a second tab with the same device is refused until the first is closed', async ({
  servers,
  openTab,
}) => {
  const alice = await servers.registerUser('Alice');
  const wishes = { account: attributesOf(alice), token: alice.accessToken };
  const [one, other] = [await openTab(), await openTab()];
  expect(await signIn(one, wishes)).toBe('signed-in');
  expect(await signIn(other, wishes)).toBe('second-tab');
  const another = await logInAgain(alice);
  const onAnotherDevice = { account: attributesOf(another), token: another.accessToken };
  expect(await other.evaluate((wishes) => window.second.start(wishes), onAnotherDevice)).toBe('signed-in');
  await one.close();
  expect(await signIn(other, wishes)).toBe('signed-in');
});

test('two elements with one account share a client, which ends with the last of them', async ({
  servers,
  openTab,
}) => {
  const [alice, bob] = [await servers.registerUser('Alice'), await servers.registerUser('Bob')];
  const [clear, secret] = [
    await createDirectRoom(alice, bob),
    await createDirectRoom(alice, bob, { encrypted: true }),
  ];
  const wishes = { account: attributesOf(alice), token: alice.accessToken };
  const page = await openTab();
  const crypto = watchCrypto(page);
  expect(await signIn(page, { ...wishes, roomId: clear })).toBe('signed-in');
  expect(crypto).toEqual([]);
  const second = { ...wishes, roomId: secret };
  expect(await page.evaluate((wishes) => window.second.start(wishes), second)).toBe('signed-in');
  expect(await page.evaluate(() => window.first.port === window.second.port)).toBe(true);
  expect(await page.evaluate((secret) => window.second.send(secret, { n: 1 }), secret)).toMatch(/^\$/);

  await page.evaluate(() => window.first.dispose());
  expect(await page.evaluate((clear) => window.second.send(clear, { n: 2 }), clear)).toMatch(/^\$/);
  await page.evaluate(() => window.second.dispose());
  expect(await page.evaluate(() => window.second.port.connection)).toBe('stopped');

  const late: string[] = [];
  page.on('request', (request) => late.push(request.url()));
  const other = await openTab();
  expect(await signIn(other, { ...wishes, roomId: clear })).toBe('signed-in');
  expect(await other.evaluate((clear) => window.first.send(clear, { n: 3 }), clear)).toMatch(/^\$/);
  expect(late).toEqual([]);
});

test('a token of another user or device is refused', async ({ servers, openTab }) => {
  const [alice, bob] = [await servers.registerUser('Alice'), await servers.registerUser('Bob')];
  const again = await logInAgain(alice);
  const page = await openTab();
  const account = attributesOf(alice);
  expect(await signIn(page, { account, token: bob.accessToken })).toBe('wrong-user');
  expect(await signIn(page, { account, token: again.accessToken })).toBe('wrong-user');
  expect(await signIn(page, { account, token: 'nonsense' })).toBe('matrix-unauthorized');
  const homeserver = new URL(page.url()).origin;
  const elsewhere = { ...account, homeserver };
  expect(await signIn(page, { account: elsewhere, token: alice.accessToken })).toBe('invalid-homeserver');
  expect(await signIn(page, { account, token: alice.accessToken })).toBe('signed-in');
});
