import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { FamedlyGroupCall } from '../../components/group.ts';
import { expectFrames, personOn, press, test } from './support/demo-fixtures.ts';

// Everybody is in sight: who is not sends and receives less.
test.use({ viewport: { width: 1440, height: 900 } });

const four = ['Anna Berger', 'Ben Okafor', 'Carla Núñez', 'Dora Lindqvist'];

test.beforeEach(async ({ page, address }) => {
  await page.goto(`${address}group.html`);
});

const onPage = (page: Page, names: readonly string[]) => names.map((name) => personOn(page, name));
const tileOf = (person: Locator, name: string) =>
  person.locator('famedly-group-tile').filter({ hasText: name });

/** Each of them sees exactly the others, and themselves; `windows` has their place by name. */
async function expectAllTogether(windows: ReadonlyMap<string, Locator>): Promise<void> {
  for (const [name, person] of windows) {
    await expect(person.locator('famedly-group-tile')).toHaveCount(windows.size);
    const others = [...windows.keys()].filter((other) => other !== name);
    await Promise.all(
      [...others, 'You'].map((other) => expectFrames(tileOf(person, other).locator('video'))),
    );
  }
}

const placesOf = (page: Page, names: readonly string[]) =>
  new Map(names.map((name) => [name, personOn(page, name)]));

test('four people join by clicks and see each other; one leaves and comes back', async ({ page }) => {
  test.setTimeout(120_000);
  for (const person of onPage(page, four)) await press(person, 'Join');
  await expectAllTogether(placesOf(page, four));

  const [anna, ben, carla, dora] = four as [string, string, string, string];
  await press(personOn(page, carla), 'Leave');
  await expect(personOn(page, carla).getByRole('button', { name: 'Join again' })).toBeVisible();
  await expectAllTogether(placesOf(page, [anna, ben, dora]));
  await press(personOn(page, carla), 'Join again');
  await expectAllTogether(placesOf(page, four));
});

test('people are added up to six and removed, in their call too', async ({ page }) => {
  const [anna, ben] = onPage(page, four) as [Locator, Locator];
  const add = page.getByRole('button', { name: 'Add a person' });
  await add.click();
  await expect(personOn(page, 'Emre Yılmaz').getByRole('button', { name: 'Join' })).toBeVisible();
  await add.click();
  await expect(page.getByText('All 6 are here.')).toBeVisible();
  await expect(add).toBeDisabled();

  await press(anna, 'Join');
  await press(ben, 'Join');
  await expect(tileOf(anna, 'Ben Okafor')).toBeVisible();
  await press(ben, 'Remove Ben Okafor');
  await expect(ben).toBeHidden();
  await expect(add).toBeFocused();
  await expect(anna.locator('famedly-group-tile')).toHaveCount(1);

  await add.click();
  await press(ben, 'Join');
  await expect(tileOf(anna, 'Ben Okafor')).toBeVisible();
});

test('somebody in a window of their own and somebody in another tab are in the same call', async ({
  page,
}) => {
  test.setTimeout(90_000);
  const [anna, ben] = onPage(page, four) as [Locator, Locator];
  const opening = page.waitForEvent('popup');
  await press(ben, 'Open Ben Okafor in a window of their own');
  const bensWindow = await opening;
  await expect(ben.getByText('Ben is in another window.')).toBeVisible();
  const another = page.waitForEvent('popup');
  await page.getByRole('link', { name: 'Add a tab' }).click();
  const tab = await another;
  const emre = personOn(tab, 'Emre Yılmaz');
  await expect(tab.getByRole('region')).toHaveCount(1);

  const own = personOn(bensWindow, 'Ben Okafor');
  await press(own, 'Join');
  await press(emre, 'Join');
  await press(anna, 'Join');
  await expect(anna.locator('famedly-group-tile')).toHaveCount(3);
  await page.bringToFront();
  await expectFrames(tileOf(anna, 'Emre Yılmaz').locator('video'));
  await bensWindow.bringToFront();
  await expectFrames(tileOf(own, 'Anna Berger').locator('video'));

  await bensWindow.close();
  await expect(anna.locator('famedly-group-tile')).toHaveCount(2);
  await press(ben, 'Join');
  await expect(anna.locator('famedly-group-tile')).toHaveCount(3);
});

test('two elements that show one call are heard once', async ({ page }) => {
  const [anna, ben] = onPage(page, four) as [Locator, Locator];
  const made = await page.evaluateHandle(() => {
    const audios: HTMLAudioElement[] = [];
    const { Audio } = window;
    window.Audio = class extends Audio {
      constructor() {
        super();
        audios.push(this);
      }
    };
    return audios;
  });
  const sounds = () =>
    made.evaluate((all) => all.filter(({ srcObject, paused }) => srcObject && !paused).length);
  const opened = () => made.evaluate((all) => all.filter(({ srcObject }) => srcObject).length);
  await press(anna, 'Join');
  await press(ben, 'Join');
  await expect(tileOf(anna, 'Ben Okafor')).toBeVisible();
  await expect.poll(sounds).toBe(2);

  const first = await anna.locator('famedly-group-call').elementHandle();
  const second = await first.evaluateHandle((element) => {
    const { client, roomId } = element as FamedlyGroupCall;
    const other = Object.assign(document.createElement('famedly-group-call'), { client, roomId });
    document.body.append(other);
    return other;
  });
  await expect.poll(() => second.evaluate((element) => element.matches(':state(grid)'))).toBe(true);
  await expectFrames(page.locator('body > famedly-group-call famedly-group-tile video').first());
  expect(await opened()).toBe(2);

  const before = await made.evaluate(({ length }) => length);
  await first.evaluate((element) => element.remove());
  await expect.poll(() => made.evaluate(({ length }) => length)).toBeGreaterThan(before);
  await expect.poll(sounds).toBe(2);
});

const whatever = 'axe finds nothing whatever is open in a call, which fills the screen and a small window';
test(whatever, { tag: '@long' }, async ({ page }) => {
  test.setTimeout(120_000);
  const three = four.slice(0, 3);
  const [anna] = onPage(page, three) as [Locator];
  for (const person of onPage(page, three)) await press(person, 'Join');
  await expectAllTogether(placesOf(page, three));
  const findNothing = async (open: string): Promise<void> => {
    const { violations } = await new AxeBuilder({ page }).include('famedly-group-call').analyze();
    expect(
      violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)]),
      open,
    ).toEqual([]);
  };
  const button = (name: string) => anna.getByRole('button', { name, exact: true }).filter({ visible: true });

  await press(anna, 'People: 3');
  await press(anna, 'More about Ben Okafor');
  await expect(anna.getByRole('slider', { name: 'Volume' })).toBeVisible();
  await findNothing('the people and one of them');
  await press(anna, 'People: 3');
  await press(anna, 'More');
  await expect(button('Help').or(anna.getByText('Copy invite link'))).not.toHaveCount(0);
  await findNothing('more');
  await button('React').last().click();
  await expect(button('Heart')).toBeVisible();
  await findNothing('the reactions');
  await button('Heart').click();
  await expect(tileOf(personOn(page, 'Ben Okafor'), 'Anna Berger').getByRole('img')).toBeVisible();

  await press(anna, 'More');
  await button('Full screen').last().click();
  const element = anna.locator('famedly-group-call');
  const isFull = () => element.evaluate((call) => call === document.fullscreenElement);
  await expect.poll(isFull).toBe(true);
  await button('Leave full screen').first().click();
  await expect.poll(isFull).toBe(false);

  const opening = page.waitForEvent('popup');
  await press(anna, 'More');
  await button('Picture in picture').click();
  const small = await opening;
  // Whoever of the two speaks.
  const shown = small.locator('video:is([aria-label="Ben Okafor"], [aria-label="Carla Núñez"])');
  await expect(shown).toBeVisible();
  await small.getByRole('button', { name: 'Mute microphone' }).click();
  await expect(button('Unmute microphone')).toBeVisible();
  const closing = small.waitForEvent('close');
  await press(anna, 'Leave');
  await closing;
});

test('axe finds nothing, language and theme follow the switches, and the page hears of the call', async ({
  page,
}) => {
  const [anna] = onPage(page, four) as [Locator];
  await expect(page.getByRole('button', { name: 'Join', exact: true })).toHaveCount(4);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  await page.getByRole('radio', { name: 'Contrast' }).check();
  await expect(anna.locator('famedly-group-call')).toHaveAttribute('theme', 'high-contrast');
  await page.getByRole('button', { name: 'All join' }).click();
  await expect(anna.getByRole('button', { name: 'Verlassen', exact: true })).toBeVisible();
  await expect(anna.locator('famedly-group-tile')).toHaveCount(4);

  await anna.getByText('Events').click();
  const events = anna.getByRole('list', { name: 'Events, newest first' });
  await expect(events.getByText('famedly-call-start')).toBeVisible();
  await expect(events.getByText('famedly-participants').first()).toBeVisible();
});
