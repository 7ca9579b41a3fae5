import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { button, expect, expectPictures, hangUp, otherSide, test as base } from './examples/fixtures.ts';
import { run } from './examples/packed-package.ts';
import { strictPolicy } from './examples/serve-folder.ts';

/** Builds an example as its author would, and opens it under a strict policy. */
const test = base.extend<{ openExample: (name: string) => Promise<Page> }>({
  openExample: async ({ examples, serveHere, openAddress }, use) => {
    await use(async (name) => {
      await run(join(examples, 'node_modules/.bin/vite'), ['build', name], examples);
      const { origin } = await serveHere(join(examples, name, 'dist'), strictPolicy());
      return openAddress(origin);
    });
  },
});

for (const name of ['typescript', 'react', 'vue', 'svelte', 'angular']) {
  test(`${name}: two elements call each other, and the page hears of it`, async ({ openExample }) => {
    const page = await openExample(name);
    const [anna, ben] = [page.locator('famedly-call').first(), page.locator('famedly-call').last()];
    await button(anna, 'Video call').click();
    await button(ben, 'Answer').click();
    await expect(page.getByText('In a video call with @ben:memory.')).toBeVisible();
    await Promise.all([expectPictures(otherSide(anna)), expectPictures(otherSide(ben))]);

    await hangUp(ben);
    await expect(page.getByText(/^Over: user[_-]hangup\.$/)).toBeVisible();
    await expect(button(anna, 'Call again')).toBeVisible();
  });
}

test('engine-only: a call by the engine alone, with the page’s own buttons and video', async ({
  openExample,
}) => {
  const page = await openExample('engine-only');
  await button(page.locator('body'), 'Call').click();
  await button(page.locator('body'), 'Answer').click();
  await expect(page.getByText('The call is connected.')).toBeVisible();
  await expectPictures(page.locator('video'));
  expect(await page.evaluate(() => customElements.get('famedly-call'))).toBeUndefined();

  await button(page.locator('body'), 'End').click();
  await expect(page.getByText(/^Over: user[_-]hangup\.$/)).toBeVisible();
  await expect(button(page.locator('body'), 'Answer')).toBeHidden();
});
