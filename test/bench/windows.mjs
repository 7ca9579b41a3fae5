import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import playwrightConfig from '../../playwright.config.mjs';

/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Windows */
/** @typedef {Map<string, string | Uint8Array>} Scripts by path; a page runs `/page.js` */

/** Pictures a second below which a window counts as hidden. */
const PAINTED = 20;

/**
 * A browser as the end-to-end tests use it, whose windows show one page of ours.
 * @param {Scripts} scripts
 */
export async function openBrowser(scripts) {
  const server = await serve(scripts);
  const browser = await chromium.launch(playwrightConfig.use?.launchOptions);
  return {
    /** A window of its own with storage of its own. */
    async open() {
      const context = await browser.newContext();
      const page = await context.newPage();
      page.on('pageerror', (error) => console.error(`Error in a page: ${error.stack}`));
      page.on('console', (message) => {
        if (message.type() === 'error') console.error(`Error in a page: ${message.text()}`);
      });
      await page.goto(server.url);
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

/**
 * @param {URL} script what the page runs, TypeScript
 * @returns {Promise<Scripts>}
 */
export async function bundlePage(script) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(script)],
    bundle: true,
    format: 'esm',
    target: 'es2023',
    write: false,
    minify: true,
    define: { global: 'globalThis' },
    logLevel: 'error',
  });
  const [{ contents }] = /** @type {[import('esbuild').OutputFile]} */ (outputFiles);
  return new Map([['/page.js', contents]]);
}

/** @param {import('@playwright/test').Page[]} pages */
export async function expectPainted(pages) {
  for (const page of pages) {
    const rate = await page.evaluate(() => window.paintRate());
    if (rate < PAINTED)
      throw new Error(`A window is painted ${rate} times a second: it counts no frames in time`);
  }
}

/** @param {Scripts} scripts */
async function serve(scripts) {
  const html = await readFile(new URL('window.html', import.meta.url));
  const server = createServer(({ url = '' }, response) => {
    const script = scripts.get(url);
    // Nobody is faster for having been here before.
    response.setHeader('cache-control', 'no-store');
    if (url === '/') response.setHeader('content-type', 'text/html').end(html);
    else if (script !== undefined) response.setHeader('content-type', 'text/javascript').end(script);
    else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    // Pages may use the camera on localhost.
    url: `http://localhost:${port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
