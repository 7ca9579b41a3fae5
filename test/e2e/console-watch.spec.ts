import { expect, test } from './support/call-fixtures.ts';
import { ConsoleWatch } from './support/console-watch.ts';
import { connect } from './support/phone.ts';

// Titles tell the kind alone: what the runs print is searched for secrets, too.
for (const [kind, secret] of [
  ['a session description', 'v=0'],
  ['the password of a path', 'a=ice-pwd:0123'],
  ['a fingerprint', 'a=fingerprint:sha-256 00'],
  ['a candidate', 'candidate:1 1 udp 1 192.0.2.1 9 typ host'],
  ['an access token', 'syt_YWxpY2U_x_1'],
] as const) {
  test(`a console that says ${kind} is told on`, async ({ browser }) => {
    const consoles = new ConsoleWatch();
    const context = await browser.newContext();
    await consoles.watch(context);
    const page = await context.newPage();
    const said = page.waitForEvent('console');
    await page.evaluate((secret) => console.debug('deep', { inside: { of: [`line\n${secret}`] } }), secret);
    await said;
    expect(() => consoles.check()).toThrow('secrets in a console');
    await context.close();
  });
}

test('a warning of the engine that no test expects is told on, and one that is expected is not', async ({
  browser,
}) => {
  const consoles = new ConsoleWatch();
  const context = await browser.newContext();
  await consoles.watch(context);
  const page = await context.newPage();
  const said = page.waitForEvent('console');
  await page.evaluate(() => console.warn('[famedly-calls] the sky falls', { at: 1 }));
  await said;
  expect(() => consoles.check()).toThrow('warnings');
  consoles.expectWarning(/the sky falls/);
  consoles.check();
  await context.close();
});

test('what the engine says of a call is read, and a relay’s password is known as a secret', async ({
  openPair,
  consoles,
}) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId, 'voice');
  expect(consoles.ofEngine.join('\n')).toContain('connected');
  expect(consoles.knownPasswords).toBeGreaterThan(0);
});
