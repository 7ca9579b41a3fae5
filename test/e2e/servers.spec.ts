import type { Page } from '@playwright/test';
import { createDirectRoom, requestAs } from '../support/servers/accounts-and-rooms.mjs';
import { connectOverRelay } from './support/connect-over-relay.ts';
import { expect, test } from './support/fixtures.ts';

for (const encrypted of [false, true]) {
  test(`an event of one device reaches the other in ${encrypted ? 'an encrypted' : 'a plain'} room`, async ({
    servers,
    openDevices,
  }) => {
    const alice = await servers.registerUser('Alice');
    const bob = await servers.registerUser('Bob');
    const roomId = await createDirectRoom(alice, bob, { encrypted });
    const [alicesPage, bobsPage] = await openDevices([alice, bob], { encrypted });

    const invite = { call_id: 'call-1', party_id: alice.deviceId, version: '1', lifetime: 60_000 };
    const eventId = await sendEvent(alicesPage, roomId, 'm.call.invite', invite);

    await expect
      .poll(() => findEvent(bobsPage, roomId, eventId))
      .toEqual({ type: 'm.call.invite', content: invite });
    const path = `/rooms/${encodeURIComponent(roomId)}/event/${encodeURIComponent(eventId)}`;
    const onServer = await requestAs(bob, 'GET', path);
    expect(onServer['type']).toBe(encrypted ? 'm.room.encrypted' : 'm.call.invite');
  });
}

test('two peer connections meet through the relay and part when it is paused', async ({
  servers,
  openDevice,
}) => {
  const page = await openDevice(await servers.registerUser('Alice'));
  const link = await page.evaluateHandle(connectOverRelay);

  await expect.poll(() => link.evaluate(({ states }) => states())).toEqual(['connected', 'connected']);
  expect(await link.evaluate(({ candidateTypes }) => candidateTypes())).toEqual(['relay', 'relay']);

  servers.pauseTurn();
  await expect.poll(() => link.evaluate(({ states }) => states())).toContain('disconnected');
  servers.continueTurn();
  await expect.poll(() => link.evaluate(({ states }) => states())).toEqual(['connected', 'connected']);
});

test('the homeserver comes back at its place with what it knew', async ({ servers, openDevices }) => {
  const alice = await servers.registerUser('Alice');
  const bob = await servers.registerUser('Bob');
  const roomId = await createDirectRoom(alice, bob);
  const [alicesPage, bobsPage] = await openDevices([alice, bob]);

  await servers.stopSynapse();
  await expect.poll(() => syncState(bobsPage)).toBe('RECONNECTING');
  await servers.startSynapse();

  const eventId = await sendEvent(alicesPage, roomId, 'm.call.hangup', { call_id: 'call-1' });
  await expect.poll(() => findEvent(bobsPage, roomId, eventId)).toMatchObject({ type: 'm.call.hangup' });
});

function sendEvent(page: Page, roomId: string, type: string, content: object): Promise<string> {
  return page.evaluate(
    async ([roomId, type, content]) => {
      const { event_id: eventId } = await window.client.sendEvent(roomId, type as never, content as never);
      return eventId;
    },
    [roomId, type, content] as const,
  );
}

function findEvent(page: Page, roomId: string, eventId: string) {
  return page.evaluate(
    ([roomId, eventId]) => {
      const event = window.client.getRoom(roomId)?.findEventById(eventId);
      return event && { type: event.getType(), content: event.getContent() };
    },
    [roomId, eventId] as const,
  );
}

function syncState(page: Page) {
  return page.evaluate(() => window.client.getSyncState());
}
