import { expect, test as base } from './support/call-fixtures.ts';
import { connect } from './support/phone.ts';

/** A browser that asks before it opens a device, and nobody who allows it. */
const test = base.extend({
  launchOptions: [
    async ({ launchOptions }, use) => {
      const args = launchOptions.args?.filter((arg) => arg !== '--use-fake-ui-for-media-stream');
      await use({ ...launchOptions, ...(args && { args }) });
    },
    { scope: 'worker' },
  ],
});

for (const refused of ['the callee', 'the caller'] as const) {
  test(`a call goes on without the microphone and camera that ${refused} does not allow`, async ({
    openPair,
  }) => {
    const { alice, bob, roomId } = await openPair();
    const [allows, refuses] = refused === 'the callee' ? [alice, bob] : [bob, alice];
    await allows.page.context().grantPermissions(['microphone', 'camera']);
    await connect([alice, bob], roomId);

    await refuses.expectCall({ state: 'connected', local: { microphone: 'failed', camera: 'failed' } });
    const { problems } = (await refuses.snapshot())!;
    expect(problems.toSorted((a, b) => String(a.slot).localeCompare(String(b.slot)))).toEqual([
      { slot: 'camera', code: 'permission-denied' },
      { slot: 'microphone', code: 'permission-denied' },
    ]);
    expect(await refuses.page.evaluate(() => window.phone.errors)).toContain('permission-denied');
    await allows.expectCall({ remote: { microphoneMuted: true, cameraMuted: true } });
    await refuses.expectPictures();

    await refuses.page.context().grantPermissions(['microphone', 'camera']);
    await refuses.do('setMicrophoneMuted', false);
    await refuses.do('setLocalVideoMuted', false);
    await refuses.expectCall({ local: { microphone: 'on', camera: 'on' }, problems: [] });
    await allows.expectCall({ remote: { microphoneMuted: false, cameraMuted: false } });
    await Promise.all([allows.expectPictures(), allows.expectSound(), refuses.expectSound()]);
  });
}
