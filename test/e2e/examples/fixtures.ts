import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, test as base } from '../support/fixtures.ts';
import { installExamples, packPackage } from './packed-package.ts';
import { serve } from './serve-folder.ts';
import type { Served } from './serve-folder.ts';

export { expect };

interface OfTest {
  /** Opens an address in a browser context of its own. At the end of the test no page may have complained of anything. */
  openAddress: (address: string) => Promise<Page>;
  /** What the pages complained of; a test takes out what it expects. */
  complaints: string[];
  /** Serves until the test is over. */
  serveHere: typeof serve;
}

interface OfWorker {
  /** The folder of the package as it ships. */
  packed: string;
  /** The folder of the examples, installed with that package. */
  examples: string;
}

export const test = base.extend<OfTest, OfWorker>({
  packed: [
    // Playwright reads from the pattern which fixtures are wanted: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const { folder, remove } = await packPackage();
      await use(folder);
      await remove();
    },
    { scope: 'worker', timeout: 600_000 },
  ],

  examples: [
    async ({ packed }, use) => {
      await use(await installExamples(packed));
    },
    { scope: 'worker', timeout: 600_000 },
  ],

  // eslint-disable-next-line no-empty-pattern
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints, 'errors, warnings and violations in the consoles').toEqual([]);
  },

  openAddress: async ({ browser, consoles, complaints }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (address) => {
      const context = await browser.newContext();
      contexts.push(context);
      await consoles.watch(context);
      await context.addInitScript(tellViolations);
      context.on('weberror', (event) => complaints.push(event.error().message));
      context.on('console', (message) => {
        const { url } = message.location();
        // The browser's own line for each answer that is no success: that a room has no encryption is a 404.
        const ofHomeserver = url.includes('/_matrix/client/') && message.text().startsWith('Failed to load');
        if (['error', 'warning'].includes(message.type()) && !ofHomeserver)
          complaints.push(`${message.text()} ${url}`);
      });
      const page = await context.newPage();
      await page.goto(address);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },

  // eslint-disable-next-line no-empty-pattern
  serveHere: async ({}, use) => {
    const served: Served[] = [];
    await use(async (...args) => {
      const one = await serve(...args);
      served.push(one);
      return one;
    });
    served.forEach(({ close }) => close());
  },
});

/** Runs in the page before its scripts. */
function tellViolations(): void {
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    console.error(`The policy was violated: ${effectiveDirective} ${blockedURI}`);
  });
}

export const button = (element: Locator, name: string): Locator =>
  element.getByRole('button', { name, exact: true });

/** From now on new pictures are shown in this video. */
export async function expectPictures(video: Locator): Promise<void> {
  const frames = () =>
    video.evaluate((video: HTMLVideoElement) => video.getVideoPlaybackQuality().totalVideoFrames);
  await expect(video).toBeVisible();
  const before = await frames();
  await expect.poll(frames, { message: 'pictures of the other side' }).toBeGreaterThan(before + 5);
}

/** The other side in a `<famedly-call>`. */
export const otherSide = (element: Locator): Locator => element.locator('[part~=stage] video');

/** The buttons leave the picture when nobody moves; the pointer brings them back. */
export async function hangUp(element: Locator): Promise<void> {
  await element.hover();
  await button(element, 'End').click();
}
