import type { Account, RoomWishes } from '../../support/servers/accounts-and-rooms.mjs';
import { createRoom } from '../../support/servers/accounts-and-rooms.mjs';
import { test as base } from './call-fixtures.ts';
import { DialectPhone } from './dialect-phone.ts';
import type { DialectName } from './dialect.ts';
import { logIn } from './fixtures.ts';
import type { DeviceWishes } from './fixtures.ts';
import { GroupPhone } from './group-phone.ts';
import type { PhoneWishes } from './page-phone.ts';
import { WireWatch } from './wire-watch.ts';

export { expect } from './fixtures.ts';

type Wishes = DeviceWishes & PhoneWishes & RoomWishes;

interface OfGroups {
  /** Everything that the engine sends for group calls, checked when it leaves and at the end of the test. */
  wire: WireWatch;
  /** Pages with the engine, ready for group calls. */
  openGroupPhones: <Accounts extends Account[]>(
    accounts: [...Accounts],
    wishes?: Wishes,
  ) => Promise<{ [Index in keyof Accounts]: GroupPhone }>;
  /** People in one room, each with one phone. */
  openGroup: <Names extends string[]>(
    names: [...Names],
    wishes?: Wishes,
  ) => Promise<{ phones: { [Index in keyof Names]: GroupPhone }; roomId: string }>;
  /** A page that speaks one dialect only, without the engine. */
  openDialectPhone: (account: Account, dialect: DialectName) => Promise<DialectPhone>;
  /** Loads the page anew and logs in again, as the same device. */
  reloadGroup: (phone: GroupPhone, wishes?: DeviceWishes) => Promise<void>;
}

export const test = base.extend<OfGroups>({
  // eslint-disable-next-line no-empty-pattern
  wire: async ({}, use) => {
    const wire = new WireWatch();
    await use(wire);
    wire.check();
  },

  openGroupPhones: async ({ openPhones, wire }, use) => {
    await use(async (accounts, wishes = {}) => {
      const opened = await openPhones(accounts, wishes);
      const phones = opened.map(({ page, account }) => new GroupPhone(page, account));
      for (const phone of phones) wire.watch(phone.page, phone.account);
      await Promise.all(phones.map(({ page }) => page.evaluate(() => window.installGroupPhone())));
      return phones as { [Index in keyof typeof accounts]: GroupPhone };
    });
  },

  openGroup: async ({ servers, openGroupPhones }, use) => {
    await use(async (names, wishes = {}) => {
      const people: Account[] = [];
      for (const name of names) people.push(await servers.registerUser(name));
      const [creator, ...others] = people;
      const roomId = await createRoom(creator!, others, wishes);
      const phones = await openGroupPhones(people, wishes);
      return { phones: phones as { [Index in keyof typeof names]: GroupPhone }, roomId };
    });
  },

  openDialectPhone: async ({ openDevice, wire }, use) => {
    await use(async (account, dialect) => {
      const page = await openDevice(account);
      wire.watch(page, account, { foreign: true });
      await page.evaluate((dialect) => window.installDialectPhone(dialect), dialect);
      return new DialectPhone(page, account);
    });
  },

  // eslint-disable-next-line no-empty-pattern
  reloadGroup: async ({}, use) => {
    await use(async ({ page, account }, wishes) => {
      await page.reload();
      await logIn(page, account, wishes);
      await page.evaluate(() => {
        window.installPhone({});
        window.installGroupPhone();
      });
    });
  },
});
