import type { Page } from '@playwright/test';
import { test as base } from '../support/fixtures.ts';
import { serveContractPage } from './serve-contract-page.ts';
import type { ContractPage, LibraryPackage } from './serve-contract-page.ts';

export { expect } from '../support/fixtures.ts';

interface OfTest {
  /** A page with adapters over the library in this version. */
  openContractPage: (library: LibraryPackage) => Promise<Page>;
}

interface OfWorker {
  contractPages: (library: LibraryPackage) => Promise<ContractPage>;
}

/** The oldest is for the long run: it never changes, and what we change shows with the newest first. */
export const LIBRARIES: readonly { library: LibraryPackage; tag: string[] }[] = [
  { library: 'matrix-js-sdk', tag: [] },
  { library: 'matrix-js-sdk-oldest', tag: ['@long'] },
];

export const test = base.extend<OfTest, OfWorker>({
  contractPages: [
    // Playwright reads from the pattern which fixtures are wanted: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const pages = new Map<LibraryPackage, Promise<ContractPage>>();
      await use((library) => {
        const page = pages.get(library) ?? serveContractPage(library);
        pages.set(library, page);
        return page;
      });
      for (const page of pages.values()) (await page).close();
    },
    { scope: 'worker' },
  ],

  openContractPage: async ({ context, contractPages }, use) => {
    const errors: Error[] = [];
    context.on('weberror', (event) => errors.push(event.error()));
    await use(async (library) => {
      const page = await context.newPage();
      await page.goto((await contractPages(library)).url);
      return page;
    });
    if (errors.length > 0) throw new AggregateError(errors, 'errors that nobody caught in a page');
  },
});
