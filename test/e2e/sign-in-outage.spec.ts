import { createDirectRoom } from '../support/servers/accounts-and-rooms.mjs';
import { attributesOf, expect, signIn, test } from './sign-in/fixtures.ts';

test('a homeserver that is away is tried until it is back', async ({ servers, openTab }) => {
  const alice = await servers.registerUser('Alice');
  const page = await openTab();
  await servers.stopSynapse();
  const outcome = signIn(page, { account: attributesOf(alice), token: alice.accessToken });
  await page.waitForFunction(() => window.first.unreachable >= 2);
  await servers.startSynapse();
  expect(await outcome).toBe('signed-in');
});

test('who gives up while the homeserver is away leaves nothing behind', async ({ servers, openTab }) => {
  const alice = await servers.registerUser('Alice');
  const wishes = { account: attributesOf(alice), token: alice.accessToken };
  const page = await openTab();
  await servers.stopSynapse();
  const outcome = signIn(page, wishes);
  await page.waitForFunction(() => window.first.unreachable >= 1);
  await page.evaluate(() => window.first.abort());
  expect(await outcome).toMatch(/AbortError/);
  await servers.startSynapse();
  const other = await openTab();
  expect(await signIn(other, wishes)).toBe('signed-in');
});

test('a homeserver that goes away and comes back finds the client there', async ({ servers, openTab }) => {
  const [alice, bob] = [await servers.registerUser('Alice'), await servers.registerUser('Bob')];
  const roomId = await createDirectRoom(alice, bob);
  const page = await openTab();
  expect(await signIn(page, { account: attributesOf(alice), token: alice.accessToken, roomId })).toBe(
    'signed-in',
  );
  await servers.stopSynapse();
  await page.waitForFunction(() => window.first.port.connection === 'interrupted');
  const sent = page.evaluate((roomId) => window.first.send(roomId, { n: 1 }), roomId);
  await servers.startSynapse();
  expect(await sent).toMatch(/^\$/);
  await page.waitForFunction(
    () => window.first.port.connection === 'connected' && window.first.heard.length === 1,
  );
  expect(await page.evaluate(() => window.first.connections)).toEqual(['interrupted', 'connected']);
  // That is the port's to say.
  expect(await page.evaluate(() => window.first.unreachable)).toBe(0);
});
