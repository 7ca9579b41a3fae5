import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { test } from 'node:test';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { manifestDifferences } from '../support/house/check-manifest.mjs';
import { runtimeFacts } from '../support/house/element-facts.mjs';
import { findChromium } from '../support/servers/programs.mjs';
import { repository, run } from './run-tool.mjs';

const planted = `${repository}test/walls/planted/manifest/`;
const host = 'https://scripts.example/';

/** What a page finds out about a script from another origin; `contents` answers what is fetched from there. */
async function factsOf(entry, contents) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    await page.route('**/*', async (route) => {
      const address = route.request().url();
      if (!address.startsWith(host)) return route.fulfill({ contentType: 'text/html', body: '' });
      const body = await contents(address.slice(host.length)).catch(() => null);
      if (body === null) return route.fulfill({ status: 404 });
      const headers = { 'access-control-allow-origin': '*' };
      return route.fulfill({ contentType: 'text/javascript', headers, body });
    });
    await page.goto('https://page.example/');
    return await page.evaluate(runtimeFacts, host + entry);
  } finally {
    await browser.close();
  }
}

test('custom-elements.json says what is there, and nothing else', async () => {
  const manifest = JSON.parse(await readFile(`${repository}dist/custom-elements.json`, 'utf8'));
  const facts = await factsOf('famedly-calls.js', (path) => readFile(`${repository}dist/script/${path}`));
  assert.ok(Object.keys(facts.elements).length > 0);
  assert.deepEqual(manifestDifferences(manifest, `${repository}components`, facts), []);
});

test('what is documented and not there, or there and not documented, is caught', async () => {
  // An older one must not stand in for it.
  await rm(`${planted}dist`, { recursive: true, force: true });
  await run('cem', ['analyze', '--config', `${repository}build/manifest.config.mjs`], planted);
  const manifest = JSON.parse(await readFile(`${planted}dist/custom-elements.json`, 'utf8'));
  const entryPoints = [`${planted}components/index.ts`];
  const bundled = await build({ entryPoints, bundle: true, format: 'esm', write: false });
  const facts = await factsOf('planted.js', async () => bundled.outputFiles[0].text);
  const expected = await readFile(`${planted}differences.txt`, 'utf8');
  assert.equal(manifestDifferences(manifest, `${planted}components`, facts).join('\n'), expected.trimEnd());
});
