import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { FamedlyGroupCall } from '../../components/group.ts';
import type {} from '../../components/index.ts';
import { createDirectRoom } from '../support/servers/accounts-and-rooms.mjs';
import type { Account } from '../support/servers/accounts-and-rooms.mjs';
import type { Servers } from '../support/servers/start-servers.mjs';
import { button, expect, expectPictures, hangUp, otherSide, test as base } from './examples/fixtures.ts';
import { strictPolicy } from './examples/serve-folder.ts';

const example = fileURLToPath(new URL('../../examples/script-tag/index.html', import.meta.url));

interface Wishes {
  readonly roomId: string;
  /** In place of what the example has. */
  readonly replaced?: Record<string, string>;
  readonly encrypted?: boolean;
}

interface OfTest {
  /** The packed scripts, served by an origin of their own. */
  scripts: string;
  /** The example's page with this account's values in it, from another origin than the scripts, under a strict policy. */
  openTagged: (account: Account, wishes: Wishes) => Promise<Page>;
}

const test = base.extend<OfTest>({
  scripts: async ({ packed, serveHere }, use) => {
    const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as {
      version: string;
    };
    const read = async (path: string) => {
      const older = path.startsWith('/older/');
      const contents = await readFile(join(packed, 'dist/script', path.replace('/older/', '/')));
      return older ? contents.toString().replaceAll(`"${version}"`, '"0.0.9"') : contents;
    };
    const { origin } = await serveHere(read, { 'access-control-allow-origin': '*' });
    await use(origin);
  },

  openTagged: async ({ packed, scripts, serveHere, openAddress }, use) => {
    const hashes = JSON.parse(await readFile(join(packed, 'dist/script/integrity.json'), 'utf8')) as Record<
      string,
      string
    >;
    await use(async (account, { roomId, replaced = {}, encrypted = false }) => {
      const values = {
        ...replaced,
        'https://calls.example.org': scripts,
        'sha384-…': hashes['./famedly-calls.js']!,
        'https://matrix.example.org': account.homeserverUrl,
        '@you:example.org': account.userId,
        WEBSITE: account.deviceId,
        'syt_…': account.accessToken,
        '!room:example.org': roomId,
      };
      const page = filledIn(await readFile(example, 'utf8'), values);
      const crypto = encrypted
        ? { script: " 'wasm-unsafe-eval'", connect: ` ${scripts}` }
        : { script: '', connect: '' };
      const policy = strictPolicy({
        'script-src': scripts + crypto.script,
        'connect-src': account.homeserverUrl + crypto.connect,
      });
      const { origin } = await serveHere(() => Promise.resolve(page), policy);
      return openAddress(origin);
    });
  },
});

function filledIn(page: string, values: Record<string, string>): string {
  for (const [example, value] of Object.entries(values)) {
    expect(page, 'the example').toContain(example);
    page = page.replaceAll(example, value);
  }
  return page;
}

for (const room of ['in clear', 'encrypted']) {
  test(`two pages with nothing but the tag call each other in a room ${room}`, async ({
    servers,
    scripts,
    openTagged,
  }) => {
    const encrypted = room === 'encrypted';
    const [alice, bob] = [await servers.registerUser('Alice'), await servers.registerUser('Bob')];
    const roomId = await createDirectRoom(alice, bob, { encrypted });
    const pages = [
      await openTagged(alice, { roomId, encrypted }),
      await openTagged(bob, { roomId, encrypted }),
    ] as const;
    const [alices, bobs] = [pages[0].locator('famedly-call'), pages[1].locator('famedly-call')];
    await Promise.all([alices, bobs].map((call) => expect(button(call, 'Video call')).toBeVisible()));
    const started = pages[0].evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.body.addEventListener('famedly-call-start', ({ detail }) => resolve(detail.userId));
        }),
    );

    await button(alices, 'Video call').click();
    await button(bobs, 'Answer').click();
    await Promise.all([expectPictures(otherSide(alices)), expectPictures(otherSide(bobs))]);
    expect(await started).toBe(bob.userId);

    const fetched = await pages[0].evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\.(js|wasm)$/.test(name))
        .map(({ name }) => name),
    );
    expect(fetched.length).toBeGreaterThan(1);
    expect(fetched.filter((address) => !address.startsWith(`${scripts}/`))).toEqual([]);
    expect(fetched.some((address) => address.endsWith('.wasm'))).toBe(encrypted);
    for (const [page, { accessToken }] of [
      [pages[0], alice],
      [pages[1], bob],
    ] as const) {
      expect(await page.content()).not.toContain(accessToken);
    }

    await hangUp(bobs);
    await expect(button(alices, 'Call again')).toBeVisible();
  });
}

/** An account with somebody to call. */
async function twoPeople(servers: Servers) {
  const [account, other] = [await servers.registerUser('Alice'), await servers.registerUser('Bob')];
  return { account, roomId: await createDirectRoom(account, other) };
}

for (const [which, path, warning] of [
  [
    'loaded twice, from two addresses',
    'famedly-calls.js?again',
    /the script is loaded twice; the first one counts/,
  ],
  [
    'there in two versions',
    'older/famedly-calls.js',
    /version 0\.1\.0 is on this page already; version 0\.0\.9 stays out/,
  ],
] as const) {
  test(`a script that is ${which}: one warning, and the element works`, async ({
    servers,
    openTagged,
    consoles,
    complaints,
  }) => {
    consoles.expectWarning(warning);
    const { account, roomId } = await twoPeople(servers);
    const second = `<script type="module" src="https://calls.example.org/${path}"></script>`;
    const page = await openTagged(account, { roomId, replaced: { '</head>': `${second}</head>` } });
    await expect(button(page.locator('famedly-call'), 'Video call')).toBeVisible();
    const said = complaints.splice(0);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(warning);
  });
}

test('an element that is there before the script, with properties set, comes to life with them', async ({
  servers,
  scripts,
  openTagged,
}) => {
  const { account, roomId } = await twoPeople(servers);
  const page = await openTagged(account, {
    roomId,
    replaced: { 'type="module"': 'type="text/plain"', '<famedly-call': '<p' },
  });
  await page.evaluate(
    ([{ homeserverUrl, userId, deviceId, accessToken }, roomId]) => {
      const call = document.createElement('famedly-call');
      const tokenProvider = () => Promise.resolve(accessToken);
      Object.assign(call, {
        homeserver: homeserverUrl,
        userId,
        deviceId,
        tokenProvider,
        roomId,
        type: 'voice',
      });
      document.body.append(call);
    },
    [account, roomId] as const,
  );
  const call = page.locator('famedly-call');
  expect(await call.evaluate((call) => call.shadowRoot)).toBeNull();
  await page.addScriptTag({ type: 'module', url: `${scripts}/famedly-calls.js` });
  await expect(button(call, 'Voice call')).toBeVisible();
  await expect(button(call, 'Video call')).toBeHidden();
});

/** Of our own next pictures the one with the fewest edges: in some the network takes the browser's figure for a person. */
async function fewestEdges(call: FamedlyGroupCall): Promise<number> {
  const video = document.createElement('video');
  video.muted = true;
  const stream = (): MediaStream | null => call.session?.localUserMediaStream ?? null;
  while (!stream()?.getVideoTracks().length) await new Promise(requestAnimationFrame);
  video.srcObject = stream();
  await video.play();
  const [width, height] = [320, 180];
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
  const found: number[] = [];
  while (found.length < 15) {
    await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
    context.drawImage(video, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    let edges = 0;
    for (let at = 4; at < data.length; at += 4) edges += (data[at + 1]! - data[at - 3]!) ** 2;
    found.push(edges / (width * height));
  }
  video.srcObject = null;
  return Math.min(...found);
}

test('a group call blurs the background with what comes from the address of the script, and asks nobody else', async ({
  servers,
  scripts,
  openTagged,
}) => {
  const { account, roomId } = await twoPeople(servers);
  const page = await openTagged(account, {
    roomId,
    encrypted: true,
    replaced: { '<famedly-call': '<famedly-group-call', '</famedly-call': '</famedly-group-call' },
  });
  const call = page.locator('famedly-group-call');
  const blur = call.getByRole('switch', { name: 'Blur background' });
  await expect(blur).toHaveAttribute('aria-checked', 'false');
  expect(await call.evaluate(fewestEdges)).toBeGreaterThan(30);
  await blur.click();
  await expect(blur).toHaveAttribute('aria-checked', 'true');
  expect(await call.evaluate(fewestEdges)).toBeLessThan(10);

  const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(fetched.filter((address) => /\.(wasm|tflite)$/.test(address))).toHaveLength(2);
  const own = [scripts, account.homeserverUrl, new URL(page.url()).origin];
  expect(fetched.filter((address) => !own.includes(new URL(address).origin))).toEqual([]);

  await page.reload();
  await expect(blur).toHaveAttribute('aria-checked', 'true');
  expect(await call.evaluate(fewestEdges)).toBeLessThan(10);
});
