import { expect, test as base } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import type { Account } from '../../support/servers/accounts-and-rooms.mjs';
import { startServers } from '../../support/servers/start-servers.mjs';
import type { Servers } from '../../support/servers/start-servers.mjs';
import { ConsoleWatch } from './console-watch.ts';
import type { ClientWishes } from './page-client.ts';

export { expect };

export type DeviceWishes = Pick<ClientWishes, 'encrypted' | 'libraryCalls'>;

interface OfTest {
  /** Opens the test page in a browser context of its own, logged in and synced: one device of one person. */
  openDevice: (account: Account, wishes?: DeviceWishes) => Promise<Page>;
  /** Several devices that know each other: what one encrypts the others can read. */
  openDevices: <Accounts extends Account[]>(
    accounts: [...Accounts],
    wishes?: DeviceWishes,
  ) => Promise<{ [Index in keyof Accounts]: Page }>;
  /** Opens the test page in a browser context of its own, with nobody logged in. */
  openPage: () => Promise<Page>;
  /** What all pages say, checked at the end of the test. */
  consoles: ConsoleWatch;
}

interface OfWorker {
  /** One homeserver and TURN server for all tests, new ones after a test that failed. */
  servers: Servers;
}

export const test = base.extend<OfTest, OfWorker>({
  servers: [
    // Playwright reads from the pattern which fixtures are wanted: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const servers = await startServers();
      await use(servers);
      await servers.stop();
    },
    { scope: 'worker' },
  ],

  // eslint-disable-next-line no-empty-pattern
  consoles: async ({}, use) => {
    const consoles = new ConsoleWatch();
    await use(consoles);
    consoles.check();
  },

  openPage: async ({ browser, consoles }, use) => {
    const contexts: BrowserContext[] = [];
    const errors: Error[] = [];
    await use(async () => {
      const context = await browser.newContext();
      contexts.push(context);
      await consoles.watch(context);
      context.on('weberror', (event) => errors.push(event.error()));
      const page = await context.newPage();
      await page.goto(process.env['E2E_PAGE']!);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(errors, 'errors that nobody caught in a page').toEqual([]);
  },

  openDevice: async ({ openPage }, use) => {
    await use(async (account, wishes) => {
      const page = await openPage();
      await logIn(page, account, wishes);
      return page;
    });
  },

  openDevices: async ({ openDevice }, use) => {
    await use(async (accounts, wishes) => {
      const pages = await Promise.all(accounts.map((account) => openDevice(account, wishes)));
      if (wishes?.encrypted) await Promise.all(pages.map((page) => page.evaluate(meetAll, accounts)));
      return pages as { [Index in keyof typeof accounts]: Page };
    });
  },
});

/** Also for a page that was reloaded. */
export async function logIn(page: Page, account: Account, wishes?: DeviceWishes): Promise<void> {
  await page.evaluate(
    async (login) => {
      await window.setup(login);
    },
    { ...account, ...wishes },
  );
}

async function meetAll(accounts: Account[]): Promise<void> {
  await Promise.all(accounts.map(({ userId, deviceId }) => window.meet(userId, deviceId)));
}
