import { expect, test as base } from './support/element-fixtures.ts';

/** A browser that asks before it opens a device, and nobody who answers it but the context's permissions. */
const test = base.extend({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = launchOptions.args?.filter((arg) => arg !== '--use-fake-ui-for-media-stream');
      await use({ ...launchOptions, ...(args && { args }) });
    },
    { scope: 'worker' },
  ],
});
const refused = { context: { permissions: [] } };

test('the callee’s refusal is met with what to do, and tried again by one click', async ({ openPair }) => {
  const { alice, bob } = await openPair({}, refused);
  await alice.press('Video call');
  await bob.press('Answer');
  await bob.reads('Camera and microphone are blocked', 'Open the site settings beside the address.');
  const refusals = async (): Promise<number> =>
    (await bob.events()).filter((event) => event === 'error permission-denied').length;
  // Of each device.
  await expect.poll(refusals).toBe(2);
  await bob.press('Try again');
  // What is read stays as it was: that it is refused once more is told.
  await expect.poll(refusals).toBe(4);
  await bob.reads('Camera and microphone are blocked');
  await bob.context.grantPermissions(['microphone', 'camera']);
  await bob.press('Try again');
  await Promise.all([alice.sees('Bob'), bob.sees('Alice'), alice.hears(), bob.hears()]);
});

test('the caller goes on without them, sees and hears, and has both when they are allowed', async ({
  openPair,
}) => {
  const { alice, bob } = await openPair(refused, { context: { permissions: ['microphone', 'camera'] } });
  await alice.press('Video call');
  await alice.reads('Camera and microphone are blocked');
  await alice.press('Join without them');
  await bob.press('Answer');
  await Promise.all([alice.sees('Bob'), alice.hears()]);
  await bob.reads('Alice is muted');
  await alice.reads('The microphone is blocked. Others cannot hear you.');
  await alice.context.grantPermissions(['microphone', 'camera']);
  await alice.press('Try again');
  await bob.hears();
  await alice.press('Turn camera on');
  await bob.sees('Alice');
  await alice.readsNoMore(/blocked/);
});

test('who refuses the microphone in a voice call reads that it is the microphone', async ({ openPair }) => {
  const { alice } = await openPair(refused);
  await alice.press('Voice call');
  await alice.reads('The microphone is blocked');
  await alice.press('Cancel');
  await alice.reads('Cancelled');
});
