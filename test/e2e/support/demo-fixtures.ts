import { expect, test as base } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { startDemo } from '../../support/servers/demo.mjs';

/** What `npm start` starts, until the tests are through; `page` must not complain. */
export const test = base.extend<{ page: Page }, { address: string }>({
  address: [
    // Playwright reads from the pattern which fixtures are wanted: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const { address, stop } = await startDemo();
      await use(address);
      stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  page: async ({ page, context }, use) => {
    const complaints: string[] = [];
    context.on('weberror', (error) => complaints.push(error.error().message));
    context.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await use(page);
    expect(complaints, 'errors and warnings in the consoles').toEqual([]);
  },
});

/** One of the people of the page. */
export function personOn(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** What floats over a video comes back when somebody moves. */
export async function press(person: Locator, name: string): Promise<void> {
  const call = person.locator('famedly-call, famedly-group-call');
  if (await call.isVisible()) await call.hover();
  await person.getByRole('button', { name, exact: true }).click();
}

/** Frames arrive and are shown. */
export async function expectFrames(video: Locator): Promise<void> {
  await expect(video).toBeVisible();
  const frames = () =>
    video.evaluate((element) => (element as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames);
  const seen = await frames();
  await expect.poll(frames).toBeGreaterThan(seen);
}
