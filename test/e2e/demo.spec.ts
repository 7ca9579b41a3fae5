import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test as base } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

const demo = fileURLToPath(new URL('../../demo/serve.mjs', import.meta.url));

/** What `npm start` starts, until the tests are through. */
const test = base.extend<{ sides: (page: Page) => { anna: Locator; ben: Locator } }, { address: string }>({
  address: [
    // Playwright reads from the pattern which fixtures are wanted: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const server = spawn(process.execPath, [demo], { stdio: ['ignore', 'pipe', 'inherit'] });
      await use(await printedAddress(server));
      server.kill();
    },
    { scope: 'worker', timeout: 120_000 },
  ],

  page: async ({ page, address }, use) => {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
    });
    await page.goto(address);
    await use(page);
    expect(complaints, 'errors and warnings in the console').toEqual([]);
  },

  // eslint-disable-next-line no-empty-pattern
  sides: async ({}, use) => {
    await use((page) => ({
      anna: page.getByRole('region', { name: 'Anna Berger', exact: true }),
      ben: page.getByRole('region', { name: 'Ben Okafor', exact: true }),
    }));
  },
});

function printedAddress({ stdout }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    stdout?.on('data', (text: Buffer) => {
      printed += text.toString();
      const [address] = /http:\S+/.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    });
    stdout?.on('end', () => reject(new Error(`The demo did not start: ${printed}`)));
  });
}

const press = (side: Locator, name: string) => side.getByRole('button', { name, exact: true }).click();

/** In the pane; a live region after it says the same for those who listen. */
const says = (side: Locator, words: string | RegExp) => side.getByText(words).first();

/** Whether the other side's camera is seen: frames arrive and are shown. */
async function expectPicture(side: Locator): Promise<void> {
  await expect(side.locator('.remote-video')).toBeVisible();
  const frames = () =>
    side
      .locator('.remote-video')
      .evaluate((video) => (video as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames);
  const seen = await frames();
  await expect.poll(frames).toBeGreaterThan(seen);
}

test('a video call with every control', async ({ page, sides }) => {
  const { anna, ben } = sides(page);
  await press(anna, 'Video call');
  await expect(says(anna, 'Ringing…')).toBeVisible();
  await expect(says(ben, 'Your camera and microphone stay off until you answer.')).toBeVisible();
  await press(ben, 'Answer');
  await Promise.all([expectPicture(anna), expectPicture(ben)]);

  await press(anna, 'Mute (M)');
  await expect(says(ben, 'Anna is muted')).toBeVisible();
  await press(anna, 'Unmute (M)');
  await expect(says(ben, 'Anna is muted')).toBeHidden();

  await press(anna, 'Camera off (V)');
  await expect(ben.locator('.remote-video')).toBeHidden();
  await press(anna, 'Camera on (V)');
  await expectPicture(ben);

  await press(ben, 'Share screen (S)');
  await expect(says(anna, 'Ben is sharing a screen')).toBeVisible();
  await expect(anna.locator('.share-video')).toBeVisible();

  await press(ben, 'Hold');
  await expect(says(anna, 'Ben Okafor put you on hold')).toBeVisible();
  await ben.getByRole('button', { name: 'Resume' }).first().click();
  await expectPicture(anna);
  await press(ben, 'Stop sharing (S)');
  await expect(anna.locator('.share-video')).toBeHidden();

  await press(anna, 'Connection details');
  await expect(anna.getByLabel('Connection details').getByText(/^\d+ ms$/)).toBeVisible();
  await press(ben, 'Hang up');
  await expect(says(anna, /^Ben Okafor hung up · \d+:\d\d$/)).toBeVisible();
});

test('declined, missed and called back by voice, which becomes video', async ({ page, sides }) => {
  const { anna, ben } = sides(page);
  await press(anna, 'Voice call');
  await press(ben, 'Decline');
  await expect(says(anna, 'Ben Okafor declined')).toBeVisible();

  await press(anna, 'Call again');
  await expect(ben.getByRole('button', { name: 'Answer' })).toBeVisible();
  await press(anna, 'Cancel');
  await expect(says(ben, 'Missed voice call')).toBeVisible();

  await press(ben, 'Call back');
  await press(anna, 'Answer');
  await press(anna, 'Switch to video (V)');
  await expectPicture(ben);
});

test('somebody in a window of their own is called there and comes back', async ({ page, sides }) => {
  const { anna, ben } = sides(page);
  await expect(ben.getByRole('button', { name: 'Video call' })).toBeVisible();
  const opening = page.waitForEvent('popup');
  await press(ben, 'Open Ben Okafor in a window of their own');
  const bensWindow = await opening;
  const own = bensWindow.getByRole('region', { name: 'Ben Okafor', exact: true });
  await expect(says(ben, 'Ben is in another window.')).toBeVisible();

  await expect(own.getByRole('button', { name: 'Video call' })).toBeVisible();
  await press(anna, 'Video call');
  await press(own, 'Answer');
  await Promise.all([expectPicture(anna), expectPicture(own)]);

  await bensWindow.close();
  await expect(says(anna, /Ben Okafor hung up/)).toBeVisible();
  await expect(ben.getByRole('button', { name: 'Video call' })).toBeVisible();
});
