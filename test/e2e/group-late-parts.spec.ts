import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { FamedlyGroupCall } from '../../components/group.ts';
import { expectFrames, personOn, press, test } from './support/demo-fixtures.ts';

const SAID = 'Not everything could be loaded. Trying again…';

/** Until the returned function is called, these parts of the script do not reach the page. */
async function keepBack(page: Page, ...names: readonly string[]): Promise<() => Promise<void>> {
  const isOneOf = ({ pathname }: URL) => names.some((name) => pathname.endsWith(`/${name}.js`));
  await page.route(isOneOf, (route) => route.abort());
  return () => page.unroute(isOneOf);
}

// The console of this page complains of what does not come: it is another one than that of the other tests.
test('a group call goes on without what belongs to it, which comes when it can', async ({
  browser,
  address,
}) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}group.html`);
  const letThrough = await keepBack(page, 'group-in-call', 'group-late-parts');
  const anna = personOn(page, 'Anna Berger');
  const ben = personOn(page, 'Ben Okafor');
  await press(anna, 'Join');
  await press(ben, 'Join');
  const tile = anna.locator('famedly-group-tile').filter({ hasText: 'Ben Okafor' });
  await expectFrames(tile.locator('video'));
  await expect(anna.getByText(SAID)).toBeVisible();
  await press(ben, 'Mute microphone');
  await expect(tile.getByText('Muted')).toBeAttached();

  const tries = page.waitForRequest(/\/group-in-call\.js/);
  await tries;
  await letThrough();
  await expect(anna.getByRole('button', { name: 'People: 2' })).toBeVisible();
  await expect(anna.getByText(SAID)).toBeHidden();
  await press(ben, 'Raise hand');
  await expect(anna.getByText('Ben raised a hand').first()).toBeVisible();
  await page.close();
});

test('a list and a menu that cannot be fetched say so, and everybody stays in sight', async ({
  browser,
  address,
}) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(`${address}group.html`);
  const anna = personOn(page, 'Anna Berger');
  const ben = personOn(page, 'Ben Okafor');
  await press(anna, 'Join');
  await press(ben, 'Join');
  const element = anna.locator('famedly-group-call');
  // Below 600 px the list covers the grid.
  await element.evaluate((box) => Object.assign(box.style, { inlineSize: '390px' }));
  const told = await element.evaluateHandle((box) => {
    const codes: string[] = [];
    (box as FamedlyGroupCall).addEventListener('famedly-call-error', (event) =>
      codes.push(event.detail.code),
    );
    return codes;
  });
  const tile = anna.locator('famedly-group-tile').filter({ hasText: 'Ben Okafor' });
  await expectFrames(tile.locator('video'));
  const letThrough = await keepBack(page, 'people-list', 'group-more');
  await press(anna, 'People: 2');
  await press(anna, 'More');
  await expect(anna.getByText(SAID)).toBeVisible();
  const tries = page.waitForRequest(/\/people-list\.js/);
  await tries;
  await expect(tile).toBeVisible();
  expect(await told.jsonValue()).toEqual(['not-loaded']);

  await letThrough();
  await expect(anna.getByRole('button', { name: 'More about Ben Okafor' })).toBeVisible();
  await expect(anna.getByText(SAID)).toBeHidden();
  await press(anna, 'More');
  await expect(anna.getByRole('dialog', { name: 'More' })).toBeVisible();
  expect(await told.jsonValue()).toEqual(['not-loaded']);
  await page.close();
});
