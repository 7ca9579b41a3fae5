import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { after, test } from 'node:test';
import { chromium } from '@playwright/test';
import { findChromium } from '../support/servers/programs.mjs';
import { repository } from './run-tool.mjs';

const folder = `${repository}dist/script/`;
const [page, host] = ['https://page.example/', 'https://scripts.example/calls/'];
const { './famedly-calls.js': entry, ...parts } = JSON.parse(
  await readFile(`${folder}integrity.json`, 'utf8'),
);
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] });
after(() => browser.close());

/** The page that the README describes: scripts from another origin, each pinned, and no other script or style allowed. */
function pinnedPage() {
  const pins = Object.entries(parts).map(([path, hash]) => [new URL(path, host).href, hash]);
  const map = JSON.stringify({ integrity: Object.fromEntries(pins) });
  const mapHash = createHash('sha256').update(map).digest('base64');
  const policy = `default-src 'none'; script-src ${new URL(host).origin} 'sha256-${mapHash}'`;
  const body = `<!doctype html><script type="importmap">${map}</script>
    <script type="module" src="${host}famedly-calls.js" crossorigin integrity="${entry}"></script>`;
  return { contentType: 'text/html', headers: { 'content-security-policy': policy }, body };
}

/** Opens that page, with the file `tampered` one letter longer than it was built. */
async function open(tampered) {
  const tab = await browser.newPage();
  await tab.route('**/*', async (route) => {
    const address = route.request().url();
    if (address === page) return route.fulfill(pinnedPage());
    if (!address.startsWith(host)) return route.fulfill({ status: 404 });
    const path = address.slice(host.length);
    const contents = await readFile(folder + path, 'utf8').catch(() => null);
    if (contents === null) return route.fulfill({ status: 404 });
    const headers = { 'access-control-allow-origin': '*' };
    const body = path === tampered ? `${contents} ` : contents;
    return route.fulfill({ contentType: 'text/javascript', headers, body });
  });
  await tab.goto(page);
  return tab;
}

/** Which of `wanted` can be loaded there, and whether the element is registered. */
async function loadable(wanted, tampered) {
  const tab = await open(tampered);
  const loaded = await tab.evaluate(
    async (addresses) => {
      const loads = await Promise.allSettled(addresses.map((address) => import(address)));
      return addresses.filter((_, index) => loads[index].status === 'fulfilled');
    },
    wanted.map((path) => new URL(path, host).href),
  );
  const registered = await tab.evaluate(() => customElements.get('famedly-call') !== undefined);
  await tab.close();
  return { loaded: loaded.map((address) => `./${address.slice(host.length)}`), registered };
}

test('every script that was built has its hash written down', async () => {
  const files = await readdir(folder, { recursive: true });
  const scripts = files.filter((file) => file.endsWith('.js')).map((file) => `./${file}`);
  assert.deepEqual(['./famedly-calls.js', ...Object.keys(parts)].toSorted(), scripts.toSorted());
});

test('from another origin, pinned, under a strict policy: the elements are there and every part can be loaded', async () => {
  const paths = Object.keys(parts);
  assert.deepEqual(await loadable(paths), { loaded: paths, registered: true });
});

test('a part that was changed is not loaded', async () => {
  const changed = Object.keys(parts).find((path) => path.includes('keypad'));
  assert.deepEqual(await loadable([changed], changed.slice(2)), { loaded: [], registered: true });
});

test('an entry that was changed is not run', async () => {
  const { registered } = await loadable([], 'famedly-calls.js');
  assert.equal(registered, false);
});

test('the element of group calls is fetched once one stands in the page, and not before', async () => {
  const tab = await open();
  const fetched = [];
  tab.on('request', (request) => fetched.push(request.url()));
  const registered = await tab.evaluate(async () => {
    await customElements.whenDefined('famedly-call');
    const before = customElements.get('famedly-group-call') !== undefined;
    const section = document.createElement('section');
    section.append(document.createElement('famedly-group-call'));
    document.body.append(section);
    await customElements.whenDefined('famedly-group-call');
    return before;
  });
  await tab.close();
  assert.equal(registered, false);
  assert.ok(fetched.some((address) => address.includes('define-group')));
});
