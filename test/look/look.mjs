// Pictures of every state of the elements, one contact sheet for each width, theme and language.
// npm run look -- --width 390 --theme dark --lang de --state video,voice
// npm run look -- --readme   the README's pictures instead
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { startDemo } from '../support/servers/demo.mjs';
import { readmePictures } from './readme-pictures.mjs';
import { findChromium, missingLine } from '../support/servers/programs.mjs';

const folder = fileURLToPath(new URL('../../contact-sheets/', import.meta.url));

const widths = ['240', '390', '800', '1440'];
const themes = ['light', 'dark', 'high-contrast'];
const languages = ['en', 'de', 'rtl'];
/** Pictures side by side. */
const columns = { 240: 8, 390: 6, 600: 4, 800: 4, 1440: 3 };

/** In CSS pixels. Of a much higher page Chromium leaves layers out. */
const TALLEST = 9000;

const { values: wishes } = parseArgs({
  options: {
    width: { type: 'string' },
    theme: { type: 'string' },
    lang: { type: 'string' },
    state: { type: 'string', default: '' },
    /** Of the pictures; 1 is as on screen. */
    scale: { type: 'string' },
    readme: { type: 'boolean', default: false },
  },
});

const executablePath = findChromium();
if (!executablePath) throw new Error(missingLine('Chromium'));

const started = Date.now();
const { address, stop } = await startDemo();
try {
  await mkdir(folder, { recursive: true });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  if (wishes.readme) console.log(await readmePictures(browser, address));
  for (const width of wishes.readme ? [] : list(wishes.width, widths)) {
    const deviceScaleFactor = Number(wishes.scale ?? (width >= 800 ? 0.5 : 0.75));
    const context = await browser.newContext({ deviceScaleFactor, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('pageerror', (error) => console.error(`  ${error.message}`));
    for (const direction of ['ltr', 'rtl']) {
      const langs = list(wishes.lang, languages).filter((lang) => (lang === 'rtl') === (direction === 'rtl'));
      if (langs.length > 0) await sheets(page, address, { width, langs });
    }
    await context.close();
  }
  await browser.close();
} finally {
  stop();
}
console.log(`${Math.round((Date.now() - started) / 1000)} s, in ${folder}`);

/** All states are brought about once; language and theme change around them. */
async function sheets(page, address, { width, langs }) {
  const across = Math.min(columns[width] ?? 4, wishes.state ? wishes.state.split(',').length : 99);
  await page.setViewportSize({ width: across * (Number(width) + 20) + 20, height: 1000 });
  const query = new URLSearchParams({ sheet: wishes.state, width, theme: 'light', lang: langs[0] });
  await page.goto(`${address}states.html?${query}`);
  await page
    .locator('html[data-settled]')
    .waitFor({ timeout: 30_000 })
    .catch(() => unsettled(page));
  const parts = await page.evaluate(partsOf, TALLEST);
  for (const lang of langs) {
    for (const theme of list(wishes.theme, themes)) {
      await page.evaluate(restyle, { theme, lang });
      for (const [index, { top, height }] of parts.entries()) {
        // A video that is not in view is not painted.
        await page.setViewportSize({ width: page.viewportSize().width, height });
        await page.evaluate(show, top);
        const path = `${folder}${width}-${theme}-${lang}${index === 0 ? '' : `-${index + 1}`}.png`;
        await page.screenshot({ path });
        console.log(path);
      }
    }
  }
}

/** In the page: whole rows of figures, as many as are not higher than that together. */
function partsOf(tallest) {
  const end = document.documentElement.scrollHeight;
  const tops = [...document.querySelectorAll('figure')].map((figure) =>
    Math.floor(figure.getBoundingClientRect().top + scrollY),
  );
  const bottoms = [...new Set(tops)].slice(1).concat(end);
  const parts = [];
  let top = 0;
  for (const [row, bottom] of bottoms.entries()) {
    if ((bottoms[row + 1] ?? Infinity) - top <= tallest) continue;
    parts.push({ top, height: bottom - top });
    top = bottom;
  }
  return parts;
}

/** In the page. */
async function restyle({ theme, lang }) {
  document.documentElement.dataset.theme = theme;
  for (const call of document.querySelectorAll('famedly-call, famedly-group-call')) {
    call.lang = lang === 'de' ? 'de' : 'en';
    call.theme = theme.startsWith('high-contrast') ? 'high-contrast' : '';
  }
}

/** In the page. */
async function show(top) {
  scrollTo(0, top);
  // Words that are fetched, videos that were never painted.
  await new Promise((painted) => setTimeout(painted, 400));
}

async function unsettled(page) {
  const ids = await page.locator('figure:not([data-settled])').evaluateAll((all) => all.map(({ id }) => id));
  console.error(`  not there after 30 s: ${ids.join(', ')}`);
  process.exitCode = 1;
}

function list(wish, all) {
  return wish === undefined ? all : wish.split(',');
}
