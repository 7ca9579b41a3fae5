import type { BrowserContext, Page } from '@playwright/test';
import type { Account } from '../../support/servers/accounts-and-rooms.mjs';
import { test as base } from '../support/fixtures.ts';
import type { PageWishes } from './page.ts';
import { serveSignInPage } from './serve-sign-in-page.ts';

export { expect } from '../support/fixtures.ts';

interface OfTest {
  /** A browser profile: its tabs share locks and storage. */
  profile: BrowserContext;
  /** A new tab of the profile, with nobody signed in. */
  openTab: () => Promise<Page>;
}

interface OfWorker {
  signInPage: { url: string };
}

export const test = base.extend<OfTest, OfWorker>({
  signInPage: [
    // Playwright reads from the pattern which fixtures are wanted: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const page = await serveSignInPage();
      await use(page);
      page.close();
    },
    { scope: 'worker' },
  ],

  profile: async ({ browser, consoles }, use) => {
    const context = await browser.newContext();
    const errors: Error[] = [];
    context.on('weberror', (event) => errors.push(event.error()));
    await consoles.watch(context);
    await use(context);
    await context.close();
    if (errors.length > 0) throw new AggregateError(errors, 'errors that nobody caught in a page');
  },

  openTab: async ({ profile, signInPage }, use) => {
    await use(async () => {
      const page = await profile.newPage();
      await page.goto(signInPage.url);
      await page.waitForFunction(() => 'first' in window);
      return page;
    });
  },
});

/** What the element's attributes would say. */
export function attributesOf({ homeserverUrl, userId, deviceId }: Account): PageWishes['account'] {
  return { homeserver: homeserverUrl, userId, deviceId };
}

/** Signs the page's first element in; answers `signed-in` or the code of the error. */
export function signIn(page: Page, wishes: PageWishes): Promise<string> {
  return page.evaluate((wishes) => window.first.start(wishes), wishes);
}
