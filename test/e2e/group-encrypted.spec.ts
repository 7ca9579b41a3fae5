import { logInAgain, requestAs } from '../support/servers/accounts-and-rooms.mjs';
import type { Account } from '../support/servers/accounts-and-rooms.mjs';
import { expect, test } from './support/group-fixtures.ts';
import { expectAllTogether } from './support/group-phone.ts';

test('in an encrypted room nothing goes from device to device in the clear', async ({ openGroup, wire }) => {
  test.setTimeout(120_000);
  const { phones, roomId } = await openGroup(['Alice', 'Bob', 'Carol'], { encrypted: true });
  const [alice, bob, carol] = phones;
  for (const phone of phones) await phone.enter(roomId);
  await expectAllTogether(phones);

  await alice.do('setMicrophoneMuted', true);
  await bob.expectSnapshot({ participants: [{ id: alice.id, microphoneMuted: true }, { id: carol.id }] });
  await carol.do('leave');
  await Promise.all([alice.expectConnected([bob]), bob.expectConnected([alice])]);

  expect(wire.clear).toEqual([]);
  const had = await Promise.all(phones.map(({ page }) => page.evaluate(() => window.groupPhone.encrypted)));
  for (const sent of had) {
    expect(sent.length).toBeGreaterThan(0);
    wire.readEncrypted(sent);
  }
  // Beside them go the keys of what is said in the room.
  expect(wire.encrypted).toBeGreaterThanOrEqual(had.flat().length);
});

test('a device whose keys nobody knows gets nothing, and is shown so; the others go on', async ({
  consoles,
  openGroup,
  wire,
}) => {
  test.setTimeout(90_000);
  consoles.expectWarning(/cannot be reached encrypted/);
  const { phones, roomId } = await openGroup(['Alice', 'Bob'], { encrypted: true });
  const [alice, bob] = phones;
  for (const phone of phones) await phone.enter(roomId);
  await expectAllTogether(phones);

  // Alice invites whoever comes after her by name.
  const keyless = await logInAgain(bob.account);
  await putMembership(keyless, roomId);
  const id = `${keyless.userId}:${keyless.deviceId}`;
  await alice.expectParticipant({ id }, { unreachable: true });
  await alice.expectToSeeAndHear([bob]);
  expect(wire.clear).toEqual([]);
});

/** As a device writes it that has no encryption; under a key of its own, which others may overwrite. */
async function putMembership(account: Account, roomId: string): Promise<void> {
  const { userId, deviceId } = account;
  const key = encodeURIComponent(`${deviceId}_${userId}`);
  const path = `/rooms/${encodeURIComponent(roomId)}/state/com.famedly.call.member/${key}`;
  await requestAs(account, 'PUT', path, {
    memberships: [
      {
        application: 'm.call',
        call_id: roomId,
        scope: 'm.room',
        device_id: deviceId,
        expires_ts: Date.now() + 360_000,
        membershipID: 'keyless',
        foci_active: [{ type: 'mesh' }],
      },
    ],
  });
}
