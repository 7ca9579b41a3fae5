import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import playwrightConfig from '../../playwright.config.mjs';

/** @typedef {Awaited<ReturnType<typeof openBrowser>>} Windows */

/**
 * A browser as the end-to-end tests use it, whose windows show one page of ours.
 * @param {URL} script what the page runs, TypeScript
 */
export async function openBrowser(script) {
  const server = await serve(script);
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

/** @param {URL} script */
async function serve(script) {
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
  const html = await readFile(new URL('window.html', import.meta.url));
  const code = /** @type {import('esbuild').OutputFile} */ (outputFiles[0]).contents;
  const server = createServer(({ url }, response) => {
    if (url === '/') response.setHeader('content-type', 'text/html').end(html);
    else if (url === '/page.js') response.setHeader('content-type', 'text/javascript').end(code);
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
