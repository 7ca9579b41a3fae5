import { expect, test } from './support/element-fixtures.ts';
import { connect } from './support/element-person.ts';
import type { Person } from './support/element-person.ts';

const SAID = 'Not everything could be loaded. Trying again…';

/** Until the returned function is called, these parts of the script do not reach the page. */
async function keepBack({ page }: Person, ...names: readonly string[]): Promise<() => Promise<void>> {
  const isOneOf = ({ pathname }: URL) => names.some((name) => pathname.startsWith(`/${name}-`));
  await page.route(isOneOf, (route) => route.abort());
  return () => page.unroute(isOneOf);
}

const notLoaded = async (person: Person) =>
  (await person.events()).filter((event) => event === 'error not-loaded');

const iceGeneration = ({ page }: Person) =>
  page.evaluate(() => /^a=ice-ufrag:(.*)$/m.exec(window.element.connection.currentLocalDescription!.sdp)![1]);

test('a call goes on without what belongs to it, which is said once and comes when it can', async ({
  openPair,
}) => {
  const { alice, bob, pair } = await openPair();
  const letThrough = await keepBack(bob, 'in-call');
  await alice.press('Video call');
  await bob.press('Answer');
  await bob.reads(SAID);
  await Promise.all([...pair.map((person) => person.hears()), alice.sees('Bob'), bob.sees('Alice')]);
  await bob.press('Turn camera off');
  await bob.page.keyboard.press('v');
  await bob.press('Devices');
  const tries = bob.page.waitForRequest(/\/in-call-/);
  await tries;
  expect(await notLoaded(bob)).toHaveLength(1);
  await letThrough();
  await expect(bob.button('Hold')).toBeVisible();
  await bob.readsNoMore(SAID);
  expect(await notLoaded(bob)).toHaveLength(1);
  expect(await bob.events()).not.toContain('error unknown');
});

test('a call that ends without what says so is told of when that comes', async ({ openPair }) => {
  const { alice, bob } = await openPair();
  const letThrough = await keepBack(bob, 'in-call');
  await alice.press('Voice call');
  await bob.press('Answer');
  await bob.reads(SAID);
  await alice.press('End');
  await expect.poll(() => bob.events()).toContain('end user_hangup');
  await bob.reads(SAID);
  await letThrough();
  await bob.reads(/^Alice hung up/);
  await bob.readsNoMore(SAID);
  expect(await notLoaded(bob)).toHaveLength(1);
});

test('pictures that cannot be shown are shown when what shows them comes', async ({ openPair }) => {
  const { alice, bob } = await openPair();
  const letThrough = await keepBack(bob, 'pictures');
  await alice.press('Video call');
  await bob.reads(SAID);
  await bob.press('Answer');
  await Promise.all([alice.sees('Bob'), bob.hears()]);
  await letThrough();
  await bob.sees('Alice');
  await bob.readsNoMore(SAID);
  expect(await notLoaded(bob)).toHaveLength(1);
});

for (const missing of [['talking'], ['connected-peer'], ['talking', 'connected-peer']] as const) {
  test(`a network that is lost and back before ${missing.join(' and ')} came: the path is made anew`, async ({
    openPair,
    consoles,
  }) => {
    consoles.expectWarning(/A part of the script did not come/);
    const { alice, bob, pair } = await openPair();
    const letThrough = await keepBack(alice, ...missing);
    await connect(pair);
    const before = await iceGeneration(alice);
    await alice.context.setOffline(true);
    await alice.context.setOffline(false);
    // Nothing mends the path yet: what would do it is asked for again.
    await alice.page.waitForRequest(new RegExp(`/(${missing.join('|')})-`));
    expect(await iceGeneration(alice)).toBe(before);
    await letThrough();
    await expect.poll(() => iceGeneration(alice)).not.toBe(before);
    await Promise.all([alice.sees('Bob'), bob.sees('Alice'), alice.hears(), bob.hears()]);
  });
}
