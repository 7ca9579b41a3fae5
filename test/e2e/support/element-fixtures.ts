import type { BrowserContextOptions } from '@playwright/test';
import type { Account, RoomWishes } from '../../support/servers/accounts-and-rooms.mjs';
import { createDirectRoom, requestAs } from '../../support/servers/accounts-and-rooms.mjs';
import type { ElementWishes } from './element-page.ts';
import { Person } from './element-person.ts';
import { expect, test as base } from './fixtures.ts';
import { serveElementPage } from './serve-element-page.ts';
import type { ElementPages } from './serve-element-page.ts';

export { expect };

export interface PersonWishes extends Omit<ElementWishes, 'attributes' | 'client' | 'providesTokens'> {
  readonly attributes?: ElementWishes['attributes'];
  /** The room, and the page's client. */
  readonly encrypted?: boolean;
  readonly preset?: RoomWishes['preset'];
  /** The element signs in by its attributes. */
  readonly signsIn?: boolean;
  /** In place of the token's attribute. */
  readonly provideToken?: (reason: string) => Promise<string>;
  /** The test can turn the page's clock forward. */
  readonly setsClock?: boolean;
  readonly context?: BrowserContextOptions;
  /** The page's address; by default that of the element's own page. */
  readonly url?: string;
}

interface OfTest {
  /** Somebody with a browser context of their own, who can call in this room. */
  openPerson: (account: Account, wishes?: PersonWishes) => Promise<Person>;
  /** Alice and Bob, each with a page, and a room of the two. */
  openPair: (
    wishes?: PersonWishes,
    bobs?: PersonWishes,
  ) => Promise<{ alice: Person; bob: Person; pair: readonly [Person, Person]; roomId: string }>;
}

interface OfWorker {
  elementPages: ElementPages;
}

const DEVICES = '--use-fake-device-for-media-stream';
/** A second camera that can be sent is the third one. And a name of this machine that is not secure. */
const BROWSER = [`${DEVICES}=device-count=3`, '--host-resolver-rules=MAP calls.test 127.0.0.1'];

export const test = base.extend<OfTest, OfWorker>({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = launchOptions.args?.filter((arg) => arg !== DEVICES);
      await use({ ...launchOptions, args: [...(args ?? []), ...BROWSER] });
    },
    { scope: 'worker' },
  ],

  elementPages: [
    // Playwright reads from the pattern which fixtures are wanted: none.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const pages = await serveElementPage();
      await use(pages);
      pages.close();
    },
    { scope: 'worker' },
  ],

  openPerson: async ({ browser, consoles, elementPages }, use) => {
    const contexts: { close: () => Promise<void> }[] = [];
    const errors: Error[] = [];
    await use(async (account, wishes = {}) => {
      const { context: options, setsClock = false, url = elementPages.url, provideToken } = wishes;
      const context = await browser.newContext({
        viewport: { width: 1024, height: 600 },
        permissions: ['microphone', 'camera'],
        ...options,
      });
      contexts.push(context);
      await consoles.watch(context);
      if (provideToken) await context.exposeFunction('provideToken', provideToken);
      if (setsClock) await context.clock.install();
      context.on('weberror', (event) => errors.push(event.error()));
      const elementWishes = wishesOf(account, wishes);
      await context.addInitScript((wishes) => (window.elementWishes = wishes), elementWishes);
      const page = await context.newPage();
      await page.goto(url);
      return new Person(page, account);
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(errors, 'errors that nobody caught in a page').toEqual([]);
  },

  openPair: async ({ servers, openPerson }, use) => {
    await use(async (wishes = {}, bobs = {}) => {
      const [alicesAccount, bobsAccount] = await Promise.all([
        servers.registerUser('Alice'),
        servers.registerUser('Bob'),
      ]);
      const { encrypted = false, preset = 'trusted_private_chat' } = wishes;
      const roomId = await createDirectRoom(alicesAccount, bobsAccount, { encrypted, preset });
      const attributes = { 'room-id': roomId, ...wishes.attributes };
      const opening = openPerson(bobsAccount, {
        ...wishes,
        ...bobs,
        attributes: { ...attributes, ...bobs.attributes },
      });
      // Whoever calls first encrypts for the devices that the server knows.
      if (encrypted && wishes.signsIn) await hasUploadedKeys(bobsAccount);
      const [alice, bob] = await Promise.all([openPerson(alicesAccount, { ...wishes, attributes }), opening]);
      if (encrypted && wishes.signsIn) await hasUploadedKeys(alicesAccount);
      else if (encrypted) await meetEachOther([alice, bob]);
      return { alice, bob, pair: [alice, bob], roomId };
    });
  },
});

function wishesOf(account: Account, wishes: PersonWishes): ElementWishes {
  const { homeserverUrl, userId, deviceId, accessToken } = account;
  const { attributes = {}, encrypted = false, signsIn = false } = wishes;
  const { ownDevices = false, answers = false, unplugged = [] } = wishes;
  const providesTokens = wishes.provideToken !== undefined;
  const rest = { ownDevices, providesTokens, answers, unplugged };
  if (!signsIn)
    return { ...rest, attributes, client: { homeserverUrl, userId, deviceId, accessToken, encrypted } };
  const signIn = { homeserver: homeserverUrl, 'user-id': userId, 'device-id': deviceId };
  const token = providesTokens ? {} : { 'access-token': accessToken };
  return { ...rest, attributes: { ...attributes, ...signIn, ...token } };
}

/** So that each encrypts for the other from the first event on. */
async function meetEachOther(people: readonly Person[]): Promise<void> {
  for (const { page } of people) await page.waitForFunction(() => window.element.meet !== undefined);
  const devices = people.map(({ account: { userId, deviceId } }) => [userId, deviceId] as const);
  const meetAll = (all: typeof devices) =>
    Promise.all(all.map(([userId, deviceId]) => window.element.meet!(userId, deviceId)));
  await Promise.all(people.map(({ page }) => page.evaluate(meetAll, devices)));
}

async function hasUploadedKeys(account: Account): Promise<void> {
  const { userId, deviceId } = account;
  const query = { device_keys: { [userId]: [deviceId] } };
  const known = async () => {
    const { device_keys: keys } = await requestAs(account, 'POST', '/keys/query', query);
    return (keys as Record<string, object>)[userId];
  };
  await expect.poll(known).toHaveProperty([deviceId]);
}
