import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { test } from './support/demo-fixtures.ts';

test.use({ contextOptions: { reducedMotion: 'reduce' } });

const themes = ['light', 'dark', 'high-contrast'];
const widths = [390, 800];
/** Many elements on one page: what is about a page as a whole is not asked. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const inEachElement = ['heading-order', 'empty-heading', 'aria-dialog-name', 'scrollable-region-focusable'];

/** What is wrong, in one line for each element on the page. */
async function findings(page: Page): Promise<string[]> {
  const rules = Object.fromEntries(inEachElement.map((rule) => [rule, { enabled: true }]));
  const options = { runOnly: { type: 'tag' as const, values: tags }, rules };
  const { violations } = await new AxeBuilder({ page }).options(options).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) =>
      `${id}: ${target.flat().join(' ')} ${failureSummary ?? ''}`.replaceAll(/\s+/g, ' '),
    ),
  );
}

/** All states stay where they are; box and theme change around them. */
async function restyle(page: Page, theme: string, width: number): Promise<void> {
  await page.evaluate(
    async ([theme, width]) => {
      document.documentElement.dataset['theme'] = theme;
      for (const call of document.querySelectorAll('famedly-call')) {
        call.setAttribute('theme', theme.startsWith('high-contrast') ? 'high-contrast' : '');
        call.style.setProperty('inline-size', `${width}px`);
        call.style.setProperty('block-size', width === 390 ? '700px' : '600px');
      }
      for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
      await Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => undefined)));
    },
    [theme, width] as const,
  );
}

test('axe finds what is wrong in an element', async ({ page, address }) => {
  await page.goto(`${address}states.html?state=ended-busy&theme=light`);
  await page.locator('html[data-settled]').waitFor();
  await page
    .locator('famedly-call')
    .evaluate((call) => call.style.setProperty('--famedly-color-ink-quiet', '#ccc'));
  expect(await findings(page)).toEqual([
    expect.stringMatching(/^color-contrast: famedly-call .*contrast of 1/),
  ]);
});

test('axe finds nothing in any state, theme and shape', async ({ page, address }) => {
  test.setTimeout(180_000);
  await page.goto(`${address}states.html?sheet&width=390&theme=light`);
  await page.locator('html[data-settled]').waitFor();
  await expect(page.locator('figure')).not.toHaveCount(0);
  for (const width of widths) {
    for (const theme of themes) {
      await test.step(`${theme}, ${width} px`, async () => {
        await restyle(page, theme, width);
        expect.soft(await findings(page)).toEqual([]);
      });
    }
  }
});

test('axe finds nothing on an insecure page, and in the gallery', async ({ page, address }) => {
  await page.goto(`${address}states.html?state=insecure-page`);
  await page.locator('html[data-settled]').waitFor();
  expect(await findings(page)).toEqual([]);
  await page.goto(`${address}states.html`);
  await expect(page.getByRole('heading', { name: 'Idle', exact: true })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
});
