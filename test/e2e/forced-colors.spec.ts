import { expect } from '@playwright/test';
import { test } from './support/demo-fixtures.ts';

test.use({ contextOptions: { forcedColors: 'active', reducedMotion: 'reduce' } });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a switch shows its knob, on or off, in forced colours: ${colorScheme}`, async ({ page, address }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`${address}states.html?state=group-2`);
    // A press, so that the level of the microphone may be measured.
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.locator('famedly-group-more').getByText('Devices', { exact: true }).click();
    const blur = page.getByRole('switch', { name: 'Blur background' });
    const colours = () =>
      blur.locator('.switch').evaluate((track) => ({
        track: getComputedStyle(track).backgroundColor,
        knob: getComputedStyle(track, '::after').backgroundColor,
        text: getComputedStyle(track.parentElement!).color,
      }));
    const off = await colours();
    expect(off.knob).toBe(off.text);
    await blur.click();
    await expect(blur).toBeChecked();
    const on = await colours();
    expect(on.knob).not.toBe(on.track);
  });
}
