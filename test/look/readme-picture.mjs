import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../../demo/pictures/calls.png', import.meta.url));

/** Side by side, all of one height. */
const shown = [
  { state: 'incoming', width: 300, theme: 'light' },
  { state: 'video-muted', width: 720, theme: 'light' },
  { state: 'devices', width: 300, theme: 'dark' },
];
const height = 560;
const gap = 24;

/** The README's picture: some states, light and dark. */
export async function readmePicture(browser, address) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.setViewportSize({ width: 800, height: 600 });
  const pictures = [];
  for (const { state, width, theme } of shown) {
    await page.goto(`${address}states.html?${new URLSearchParams({ state, width, height, theme })}`);
    await page.locator('html[data-settled]').waitFor();
    // The focus is where it should be, but nobody presses a key here.
    await page.locator('famedly-call').evaluate((call) => call.shadowRoot.activeElement?.blur());
    pictures.push(await page.locator('famedly-call').screenshot({ omitBackground: true }));
  }
  const images = pictures.map((png) => `<img src="data:image/png;base64,${png.toString('base64')}">`);
  const style = `body { margin: 8px; display: flex; gap: ${gap}px; } img { border-radius: 16px; box-shadow: 0 0 0 1px #8884; }`;
  const width = shown.reduce((sum, each) => sum + each.width + gap, 16 - gap);
  // Another page: the demo's policy allows no images by data.
  const sheet = await context.newPage();
  await sheet.setViewportSize({ width, height: height + 16 });
  await sheet.setContent(`<style>${style}</style>${images.join('')}`);
  await sheet.screenshot({ path: file, omitBackground: true });
  await context.close();
  return file;
}
