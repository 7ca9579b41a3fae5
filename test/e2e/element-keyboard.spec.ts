import type { Page } from '@playwright/test';
import { expect, test } from './support/element-fixtures.ts';
import type { Person } from './support/element-person.ts';

/** The name of what has the focus, wherever it lies. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active === null || active === document.body
      ? ''
      : (active.getAttribute('aria-label') ?? active.textContent.replaceAll(/\s+/g, ' ').trim());
  });
}

async function expectFocus({ page }: Person, name: string | RegExp): Promise<void> {
  await expect.poll(() => focused(page), { intervals: [50] }).toMatch(name);
}

/** As often as it takes, but not round and round. */
async function keyTo({ page }: Person, key: string, name: string): Promise<void> {
  for (let times = 0; times < 12; times++) {
    if ((await focused(page)) === name) return;
    await page.keyboard.press(key);
  }
  expect(await focused(page)).toBe(name);
}

test('a whole call by keyboard alone', async ({ openPair }) => {
  const { alice, bob, pair } = await openPair();
  for (const person of pair) await expect(person.button('Video call')).toBeVisible();
  const [alices, bobs] = [alice.page.keyboard, bob.page.keyboard];

  await test.step('Alice calls, and what rings has the focus at Bob’s', async () => {
    await keyTo(alice, 'Tab', 'Video call');
    await alices.press('Enter');
    await expectFocus(bob, 'Answer');
    await alice.reads('Ringing…');
    await expectFocus(alice, 'Mute microphone');
    await bobs.press('Space');
    await expectFocus(bob, 'Mute microphone');
    await Promise.all([alice.sees('Bob'), bob.sees('Alice')]);
  });

  await test.step('letters mute, and turn the camera off and on', async () => {
    await alices.press('m');
    await bob.reads('Alice is muted');
    await expectFocus(alice, 'Unmute microphone');
    await alices.press('Enter');
    await bob.readsNoMore('Alice is muted');
    await alices.press('v');
    await expect(bob.picture('Alice')).toHaveCount(0);
    await alices.press('v');
    await bob.sees('Alice');
    await alices.press('s');
    await bob.sees('Shared screen');
    await alices.press('s');
    await expect(bob.picture('Shared screen')).toHaveCount(0);
  });

  await test.step('arrows walk along the dock; what opens takes the focus and gives it back', async () => {
    await keyTo(alice, 'ArrowRight', 'Hold');
    await alices.press('Space');
    await bob.reads('Alice put you on hold');
    await expectFocus(alice, 'Resume');
    await alices.press('Enter');
    await bob.sees('Alice');

    await expectFocus(alice, 'Hold');
    await keyTo(alice, 'ArrowRight', 'Keypad');
    await alices.press('Enter');
    await expectFocus(alice, /^1/);
    await alices.press('5');
    await alice.reads('5');
    await alices.press('Escape');
    await expectFocus(alice, 'Keypad');
    await keyTo(alice, 'ArrowRight', 'Devices');
    await alices.press('Enter');
    await expectFocus(alice, 'System default');
    await alices.press('ArrowDown');
    await expectFocus(alice, /Fake Audio Input 1/);
    await alices.press('Space');
    await expect(alice.page.getByRole('radio', { name: 'Fake Audio Input 1', checked: true })).toBeVisible();
    await alices.press('Escape');
    await expectFocus(alice, 'Devices');
    await keyTo(alice, 'ArrowRight', 'More');
    await alices.press('Enter');
    await expectFocus(alice, 'Connection details');
    await keyTo(alice, 'ArrowDown', 'Keyboard and help');
    await alices.press('Enter');
    await alice.reads('Mute or unmute', 'Arrow keys');
    await alices.press('Escape');
    await expectFocus(alice, 'More');
    await alices.press('?');
    await alice.reads('Mute or unmute');
    await alices.press('?');
    await alice.readsNoMore('Mute or unmute');
  });

  await test.step('arrows move one’s own picture', async () => {
    await keyTo(alice, 'Shift+Tab', 'Your video, movable');
    const own = alice.page.getByRole('group', { name: 'Your video, movable' });
    const before = (await own.boundingBox())!;
    await alices.press('ArrowUp');
    await expect.poll(async () => (await own.boundingBox())!.y).toBeLessThan(before.y - 100);
  });

  await test.step('Bob hangs up; Alice calls again and takes it back', async () => {
    await keyTo(bob, 'ArrowLeft', 'End');
    await bobs.press('Enter');
    await alice.reads(/^Bob hung up/);
    await expectFocus(alice, 'Call again');
    await alices.press('Enter');
    await expectFocus(bob, 'Answer');
    await keyTo(alice, 'ArrowLeft', 'Cancel');
    await alices.press('Enter');
    await bob.reads('Missed video call');
    await expectFocus(bob, 'Call back');
    await keyTo(bob, 'Shift+Tab', 'Dismiss');
    await bobs.press('Enter');
    await expect(bob.button('Video call')).toBeVisible();
  });
});

test('who types when it rings goes on typing', async ({ openPair }) => {
  const { alice, bob } = await openPair();
  await bob.page.evaluate(() => document.body.prepend(document.createElement('textarea')));
  const field = bob.page.locator('textarea');
  await field.click();
  await alice.press('Voice call');
  await expect(bob.button('Answer')).toBeVisible();
  await bob.page.keyboard.type('m v s');
  await expect(field).toHaveValue('m v s');
  await expect(field).toBeFocused();
  await bob.press('Answer');
  await expect(alice.button('Hold')).toBeVisible();
  await field.click();
  await bob.page.keyboard.type('m');
  await expect(field).toHaveValue('m v sm');
  await expect(bob.button('Mute microphone')).toBeVisible();
});
