import { expect, test } from './support/group-fixtures.ts';
import { expectAllTogether } from './support/group-phone.ts';
import { memberEvents } from './support/room-events.ts';

/** ms; longer than a delayed leave waits. */
const OUTAGE = 30_000;

test(
  'a call outlives its homeserver by half a minute, and nobody is shown as gone',
  { tag: '@long' },
  async ({ servers, openGroup }) => {
    test.setTimeout(240_000);
    const { phones, roomId } = await openGroup(['Alice', 'Bob', 'Carol']);
    await Promise.all(phones.map((phone) => phone.enter(roomId)));
    await expectAllTogether(phones);
    const [watching] = phones;
    const before = await memberEvents(watching.account, roomId);
    const since = await Promise.all(phones.map(async (phone) => (await phone.attendance()).length));

    await servers.stopSynapse();
    const stopped = Date.now();
    await Promise.all(phones.map((phone) => phone.expectSnapshot({ signallingInterrupted: true })));
    await expectAllTogether(phones);
    // How long the homeserver is away is what this test is about.
    await expect.poll(() => Date.now() - stopped, { timeout: OUTAGE + 5_000 }).toBeGreaterThan(OUTAGE);
    await servers.startSynapse();

    // The homeserver says of everybody that they left, and everybody says that they are there.
    const isBack = async ({ account: { userId } }: (typeof phones)[number]) => {
      const events = await memberEvents(watching.account, roomId);
      const own = events.slice(before.length).filter(({ sender }) => sender === userId);
      const counts = own.map(({ content }) => (content['memberships'] as unknown[]).length);
      return counts.includes(0) && counts.at(-1) === 1;
    };
    for (const phone of phones) await expect.poll(() => isBack(phone), { timeout: 60_000 }).toBe(true);
    await Promise.all(phones.map((phone) => phone.expectSnapshot({ signallingInterrupted: false })));
    await expectAllTogether(phones);
    for (const [index, phone] of phones.entries()) {
      const others = phones.filter((other) => other !== phone);
      expect(await phone.missed(others, since[index]!)).toEqual([]);
      expect(await phone.page.evaluate(() => window.groupPhone.states)).toEqual(['entering', 'entered']);
    }
  },
);
