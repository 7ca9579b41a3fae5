import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../demo/pictures/', import.meta.url));

/** Side by side, all of one height. */
const pictures = {
  'calls.png': [
    { state: 'incoming', width: 300, theme: 'light' },
    { state: 'video-muted', width: 720, theme: 'light' },
    { state: 'devices', width: 300, theme: 'dark' },
  ],
  'group-calls.png': [
    { state: 'group-lobby', width: 300, theme: 'dark' },
    { state: 'group-6', width: 720, theme: 'light' },
    { state: 'group-share', width: 300, theme: 'dark' },
  ],
};
const height = 560;
const gap = 24;

/** The README's pictures: some states, light and dark. */
export async function readmePictures(browser, address) {
  const context = await browser.newContext({ reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.setViewportSize({ width: 800, height: 600 });
  // Another page: the demo's policy allows no images by data.
  const sheet = await context.newPage();
  for (const [name, shown] of Object.entries(pictures)) {
    const images = [];
    for (const { state, width, theme } of shown) {
      await page.goto(`${address}states.html?${new URLSearchParams({ state, width, height, theme })}`);
      await page.locator('html[data-settled]').waitFor();
      const call = page.locator('famedly-call, famedly-group-call');
      // The focus is where it should be, but nobody presses a key here.
      await call.evaluate((element) => element.shadowRoot.activeElement?.blur());
      const png = await call.screenshot({ omitBackground: true });
      images.push(`<img src="data:image/png;base64,${png.toString('base64')}">`);
    }
    const style = `body { margin: 8px; display: flex; gap: ${gap}px; } img { border-radius: 16px; box-shadow: 0 0 0 1px #8884; }`;
    const width = shown.reduce((sum, each) => sum + each.width + gap, 16 - gap);
    await sheet.setViewportSize({ width, height: height + 16 });
    await sheet.setContent(`<style>${style}</style>${images.join('')}`);
    await sheet.screenshot({ path: folder + name, omitBackground: true });
  }
  await context.close();
  return `${Object.keys(pictures).join(' and ')} in ${folder}`;
}
