import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { expectFrames, personOn, press, test } from './support/demo-fixtures.ts';

// High enough for hints.
test.use({ viewport: { width: 1280, height: 900 } });

test.beforeEach(async ({ page, address }) => {
  await page.goto(address);
});

const sides = (page: Page) => ({ anna: personOn(page, 'Anna Berger'), ben: personOn(page, 'Ben Okafor') });

/** For the eye; a live region says the same to those who listen. */
const says = (side: Locator, words: string | RegExp) =>
  side.locator('famedly-call-header, famedly-card, famedly-ringing, .note').getByText(words).first();

const remoteVideo = (side: Locator) => side.locator('.stage famedly-tile video');
const sharedScreen = (side: Locator) => side.locator('.screen famedly-tile video');

/** Whether the other side's camera is seen. */
const expectPicture = (side: Locator) => expectFrames(remoteVideo(side));

test('a video call with every control', async ({ page }) => {
  const { anna, ben } = sides(page);
  await press(anna, 'Video call');
  await expect(says(anna, 'Ringing…')).toBeVisible();
  await expect(says(ben, 'Your camera and microphone stay off until you answer.')).toBeVisible();
  await press(ben, 'Answer');
  await Promise.all([expectPicture(anna), expectPicture(ben)]);

  await press(anna, 'Mute microphone');
  await expect(says(ben, 'Anna is muted')).toBeVisible();
  await press(anna, 'Unmute microphone');
  await expect(says(ben, 'Anna is muted')).toBeHidden();

  await press(anna, 'Turn camera off');
  await expect(remoteVideo(ben)).toBeHidden();
  await press(anna, 'Turn camera on');
  await expectPicture(ben);

  await press(ben, 'Share screen');
  await expect(says(anna, 'Ben is sharing a screen')).toBeVisible();
  await expect(sharedScreen(anna)).toBeVisible();

  await press(ben, 'Hold');
  await expect(says(anna, 'Ben put you on hold')).toBeVisible();
  await ben.locator('famedly-card').getByRole('button', { name: 'Resume' }).click();
  await expect(sharedScreen(anna)).toBeVisible();
  await press(ben, 'Stop sharing');
  await expectPicture(anna);

  await press(anna, 'More');
  await press(anna, 'Connection details');
  await expect(anna.getByRole('dialog', { name: 'Connection details' })).toBeVisible();
  await expect(anna.locator('famedly-statistics').getByText(/^\d+ ms$/)).toBeVisible();
  await press(ben, 'End');
  await expect(says(anna, /^Ben hung up · \d+:\d\d$/)).toBeVisible();
});

test('declined, missed and called back by voice, which becomes video', async ({ page }) => {
  const { anna, ben } = sides(page);
  await press(anna, 'Voice call');
  await press(ben, 'Decline');
  await expect(says(anna, 'Ben declined')).toBeVisible();

  await press(anna, 'Call again');
  await expect(ben.getByRole('button', { name: 'Answer' })).toBeVisible();
  await press(anna, 'Cancel');
  await expect(says(ben, 'Missed voice call')).toBeVisible();

  await press(ben, 'Call back');
  await press(anna, 'Answer');
  await press(anna, 'Switch to video');
  await expectPicture(ben);
});

test('somebody in a window of their own is called there and comes back', async ({ page }) => {
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
  await expect(says(anna, /Ben hung up/)).toBeVisible();
  await expect(ben.getByRole('button', { name: 'Video call' })).toBeVisible();
});

test('language and theme follow the switches, and the page hears of a call', async ({ page }) => {
  const { anna, ben } = sides(page);
  await page.getByRole('radio', { name: 'Deutsch' }).check();
  await page.getByRole('radio', { name: 'Contrast' }).check();
  await expect(anna.locator('famedly-call')).toHaveAttribute('theme', 'high-contrast');
  await press(anna, 'Anrufen');
  await press(ben, 'Ablehnen');
  await expect(says(anna, 'Ben hat abgelehnt')).toBeVisible();

  const events = anna.getByRole('list', { name: 'Events, newest first' });
  await anna.getByText('Events').click();
  await expect(events.getByText('famedly-call-end')).toBeVisible();
  await expect(events.getByText(/reason: rejected, endedBy: remote/)).toBeVisible();
});
