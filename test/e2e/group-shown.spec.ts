import { createRoom } from '../support/servers/accounts-and-rooms.mjs';
import { expect, test } from './support/group-fixtures.ts';
import type { GroupPhone } from './support/group-phone.ts';
import { RealTab } from './support/real-tab.ts';

const NOTHING = { camera: 0, screen: 0 };
const SHOWN = 'com.famedly.call.member.shown';

test(
  'who is not shown sends no picture there until it is, and apps that know nothing of it send all',
  { tag: '@long' },
  async ({ servers, openGroupPhones, openDialectPhone, wire }) => {
    test.setTimeout(120_000);
    const people = [await servers.registerUser('Alice'), await servers.registerUser('Bob')] as const;
    const [yara, zoe] = [await servers.registerUser('Yara'), await servers.registerUser('Zoe')];
    const roomId = await createRoom(people[0], [people[1], yara, zoe]);
    const [alice, bob] = await openGroupPhones([...people]);
    const deployed = await openDialectPhone(yara, 'deployed');
    const documented = await openDialectPhone(zoe, 'documented');
    await alice.enter(roomId);
    await bob.enter(roomId);
    await deployed.join(roomId);
    await documented.join(roomId);
    await alice.expectToSeeAndHear([bob, deployed, documented]);

    for (const other of [bob, deployed, documented]) await alice.do('setShown', other.id, NOTHING);
    await alice.expectToHearOnly(bob);
    await alice.expectToSeeAndHear([deployed, documented]);
    await bob.expectToSeeAndHear([alice, deployed, documented]);
    await alice.expectParticipant(bob, { connection: 'connected', quality: 'good', cameraMuted: false });

    expect(await alice.showAgain(bob)).toBeLessThan(1_000);
    await alice.expectToSeeAndHear([bob]);
    const said = wire.clear.filter(({ type }) => type === SHOWN);
    expect(said.map(({ from, to }) => `${from} to ${to}`)).toEqual(Array(2).fill(`${alice.id} to ${bob.id}`));
  },
);

test(
  'in an encrypted room nobody on the way knows who is shown',
  { tag: '@long' },
  async ({ openGroup, wire }) => {
    test.setTimeout(90_000);
    const { phones, roomId } = await openGroup(['Alice', 'Bob'], { encrypted: true });
    const [alice, bob] = phones;
    for (const phone of phones) await phone.enter(roomId);
    await alice.expectToSeeAndHear([bob]);
    await alice.do('setShown', bob.id, NOTHING);
    await alice.expectToHearOnly(bob);
    expect(await alice.showAgain(bob)).toBeLessThan(1_000);
    expect(wire.clear).toEqual([]);
    const sent = await alice.page.evaluate(() => window.groupPhone.encrypted);
    expect(sent.filter(({ type }) => type === SHOWN)).toHaveLength(2);
    wire.readEncrypted(sent);
  },
);

/** Whether pictures leave in the half second that follows. */
async function sends(phone: GroupPhone, connection: number): Promise<boolean> {
  const before = await phone.picturesSent(connection);
  await phone.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
  return (await phone.picturesSent(connection)) > before;
}

test(
  'a page in the background is sent no pictures, the others are',
  { tag: '@long' },
  async ({ browser, servers, openGroupPhones, wire }) => {
    test.setTimeout(120_000);
    const accounts = [await servers.registerUser('Bob'), await servers.registerUser('Carol')] as const;
    const zoe = await servers.registerUser('Zoe');
    const roomId = await createRoom(accounts[0], [accounts[1], zoe]);
    const id = `${zoe.userId}:${zoe.deviceId}`;
    wire.unwatched.add(id);
    const [bob, carol] = await openGroupPhones([...accounts]);
    await bob.enter(roomId);
    await carol.enter(roomId);
    await bob.expectToSeeAndHear([carol]);
    const tab = await RealTab.open(browser, process.env['E2E_PAGE']!);
    await tab.evaluate(async (login) => {
      await window.setup(login);
      window.installPhone({});
      window.installGroupPhone();
    }, zoe);
    await tab.evaluate(async (roomId) => {
      const session = await window.groupPhone.find(roomId);
      await session.enter({ microphone: false, camera: false });
      await window.showGroupElement();
    }, roomId);
    const [TO_CAROL, TO_TAB] = [0, 1];
    await bob.expectConnected([carol, { id }]);
    await expect.poll(() => sends(bob, TO_TAB)).toBe(true);

    await tab.hide();
    await expect.poll(() => tab.evaluate(() => document.hidden, null)).toBe(true);
    await expect.poll(() => sends(bob, TO_TAB), { timeout: 30_000 }).toBe(false);
    expect(await sends(bob, TO_CAROL)).toBe(true);
    await carol.expectToSeeAndHear([bob]);

    await tab.show();
    await expect.poll(() => tab.evaluate(() => document.hidden, null)).toBe(false);
    await expect.poll(() => sends(bob, TO_TAB)).toBe(true);
    await tab.close();
  },
);
