import type { Account, RoomWishes } from '../../support/servers/accounts-and-rooms.mjs';
import { createDirectRoom } from '../../support/servers/accounts-and-rooms.mjs';
import { logIn, test as base } from './fixtures.ts';
import type { DeviceWishes } from './fixtures.ts';
import { LibraryPhone } from './library-phone.ts';
import type { PhoneWishes } from './page-phone.ts';
import { Phone } from './phone.ts';

export { expect } from './fixtures.ts';

type Wishes = DeviceWishes & PhoneWishes & Pick<RoomWishes, 'preset'>;

interface OfCalls {
  /** Pages with the engine, each in a browser context of its own. */
  openPhones: <Accounts extends Account[]>(
    accounts: [...Accounts],
    wishes?: Wishes,
  ) => Promise<{ [Index in keyof Accounts]: Phone }>;
  /** Alice and Bob, each with one phone, and a room of the two. */
  openPair: (wishes?: Wishes) => Promise<{ alice: Phone; bob: Phone; roomId: string }>;
  /** Alice with the engine, Bob with the library's own calls. */
  openPairWithLibrary: () => Promise<{ ours: Phone; library: LibraryPhone; roomId: string }>;
  /** Loads the page of a phone anew and logs in again, as the same device. */
  reload: (phone: Phone) => Promise<void>;
}

export const test = base.extend<OfCalls>({
  openPhones: async ({ openDevices }, use) => {
    await use(async (accounts, wishes = {}) => {
      const pages = await openDevices(accounts, wishes);
      await Promise.all(pages.map((page) => page.evaluate((wishes) => window.installPhone(wishes), wishes)));
      const phones = pages.map((page, index) => new Phone(page, accounts[index]));
      return phones as { [Index in keyof typeof accounts]: Phone };
    });
  },

  openPairWithLibrary: async ({ servers, openPhones, openDevice }, use) => {
    await use(async () => {
      const [alice, bob] = [await servers.registerUser('Alice'), await servers.registerUser('Bob')];
      const roomId = await createDirectRoom(alice, bob);
      const [ours] = await openPhones([alice]);
      const page = await openDevice(bob, { libraryCalls: true });
      await page.evaluate(() => window.installLibraryPhone());
      return { ours, library: new LibraryPhone(page, bob), roomId };
    });
  },

  // eslint-disable-next-line no-empty-pattern
  reload: async ({}, use) => {
    await use(async ({ page, account }) => {
      await page.reload();
      await logIn(page, account);
      await page.evaluate(() => window.installPhone({}));
    });
  },

  openPair: async ({ servers, openPhones }, use) => {
    await use(async (wishes = {}) => {
      const people = [await servers.registerUser('Alice'), await servers.registerUser('Bob')] as const;
      const roomId = await createDirectRoom(...people, wishes);
      const [alice, bob] = await openPhones([...people], wishes);
      return { alice, bob, roomId };
    });
  },
});
