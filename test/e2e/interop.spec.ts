import { expect, test } from './support/call-fixtures.ts';
import type { LibraryPhone } from './support/library-phone.ts';
import type { Phone } from './support/phone.ts';

interface Pair {
  ours: Phone;
  library: LibraryPhone;
  roomId: string;
}

for (const placing of ['we', 'they'] as const) {
  const title = placing === 'we' ? 'we call matrix-js-sdk' : 'matrix-js-sdk calls us';

  test(`${title}: pictures both ways, mutes shown, and the callee hangs up`, async ({
    openPairWithLibrary,
  }) => {
    const pair = await openPairWithLibrary();
    const { ours, library } = pair;
    await connect(pair, placing);
    await Promise.all([ours.expectPictures(), library.expectPictures(), ours.expectSound()]);

    await ours.do('setMicrophoneMuted', true);
    await library.expectCall({ remote: { microphoneMuted: true, cameraMuted: false } });
    await ours.do('setLocalVideoMuted', true);
    await library.expectCall({ remote: { microphoneMuted: true, cameraMuted: true } });
    await library.do('setMicrophoneMuted', true);
    await ours.expectCall({ remote: { microphoneMuted: true, cameraMuted: false } });
    await library.do('setLocalVideoMuted', true);
    await ours.expectCall({ remote: { microphoneMuted: true, cameraMuted: true } });

    await ours.do('setMicrophoneMuted', false);
    await ours.do('setLocalVideoMuted', false);
    await library.do('setMicrophoneMuted', false);
    await library.do('setLocalVideoMuted', false);
    await library.expectCall({ remote: { microphoneMuted: false, cameraMuted: false } });
    await ours.expectCall({ remote: { microphoneMuted: false, cameraMuted: false } });
    await Promise.all([ours.expectPictures(), library.expectPictures()]);
    await hangUp(pair, placing === 'we' ? 'library' : 'ours');
  });

  test(`${title}: screens both ways, and the caller hangs up`, async ({ openPairWithLibrary }) => {
    const pair = await openPairWithLibrary();
    const { ours, library } = pair;
    await connect(pair, placing);
    await ours.do('setScreensharingEnabled', true);
    await library.expectCall({ remote: { screensharing: true } });
    await library.expectPictures('screen');
    await library.do('setScreensharingEnabled', true);
    await ours.expectCall({ remote: { screensharing: true } });
    await ours.expectPictures('screen');
    await Promise.all([ours.expectPictures('camera'), library.expectPictures('camera')]);

    await ours.do('setScreensharingEnabled', false);
    await library.expectCall({ remote: { screensharing: false } });
    await library.do('setScreensharingEnabled', false);
    await ours.expectCall({ remote: { screensharing: false } });
    await Promise.all([ours.expectPictures('camera'), library.expectPictures('camera')]);
    await hangUp(pair, placing === 'we' ? 'ours' : 'library');
  });

  test(`${title}: either side holds the call`, async ({ openPairWithLibrary }) => {
    const pair = await openPairWithLibrary();
    const { ours, library } = pair;
    await connect(pair, placing);
    await ours.do('setRemoteOnHold', true);
    await library.expectCall({ localOnHold: true });
    await ours.do('setRemoteOnHold', false);
    await library.expectCall({ localOnHold: false });
    await Promise.all([ours.expectPictures(), library.expectPictures()]);

    await library.do('setRemoteOnHold', true);
    await ours.expectCall({ localOnHold: true, remoteOnHold: false });
    await library.do('setRemoteOnHold', false);
    await ours.expectCall({ localOnHold: false });
    await Promise.all([ours.expectPictures(), library.expectPictures()]);
  });

  test(`${title}, and the callee declines`, async ({ openPairWithLibrary }) => {
    const pair = await openPairWithLibrary();
    const { ours, library } = pair;
    await ring(pair, placing);
    await (placing === 'we' ? library : ours).do('reject');
    await ours.expectCall({
      state: 'ended',
      endReason: 'rejected',
      endedBy: placing === 'we' ? 'remote' : 'local',
    });
    await library.expectState('ended');
  });

  test(`${title}, and the caller takes it back`, async ({ openPairWithLibrary }) => {
    const pair = await openPairWithLibrary();
    await ring(pair, placing);
    await hangUp(pair, placing === 'we' ? 'ours' : 'library');
  });
}

test('a voice call to matrix-js-sdk becomes a video call by either side', async ({ openPairWithLibrary }) => {
  const pair = await openPairWithLibrary();
  const { ours, library } = pair;
  await connect(pair, 'we', 'voice');
  await library.expectCall({ type: 'voice' });
  await ours.do('setLocalVideoMuted', false);
  await library.expectPictures();
  await library.do('setLocalVideoMuted', false);
  await ours.expectPictures();
});

test('beside the library’s own calls on the same client ours ring once and hear no echo', async ({
  openPair,
}) => {
  const { alice, bob, roomId } = await openPair({ libraryCalls: true });
  for (const { page } of [alice, bob]) await page.evaluate(() => window.installLibraryPhone());
  const libraryStates = ({ page }: Phone) =>
    page.evaluate(() => window.libraryPhone.calls.map(({ state }) => state as string));

  await alice.call(roomId, 'video', bob.account);
  await bob.expectState('ringing');
  await expect.poll(() => libraryStates(bob)).toEqual(['ringing']);
  await bob.do('answer');
  await Promise.all([alice.expectState('connected'), bob.expectState('connected')]);
  await Promise.all([alice.expectPictures(), bob.expectPictures()]);
  await expect.poll(() => libraryStates(bob)).toEqual(['ended']);
  await bob.do('hangup');
  await alice.expectState('ended');

  // The library of this page calls: that is no call of the engine beside it.
  await alice.page.evaluate(([roomId, userId]) => window.libraryPhone.place(roomId, 'video', userId), [
    roomId,
    bob.account.userId,
  ] as const);
  await bob.expectState('ringing');
  await bob.do('answer');
  await bob.expectState('connected');
  await expect.poll(() => libraryStates(alice)).toEqual(['connected']);
  await bob.do('hangup');
  await expect.poll(() => libraryStates(alice)).toEqual(['ended']);
  const rings = ({ page }: Phone) =>
    page.evaluate(() => window.phone.happened.filter((what) => what === 'playRingtone').length);
  expect([await rings(alice), await rings(bob)]).toEqual([0, 2]);
  expect(await alice.page.evaluate(() => window.phone.sessions.length)).toBe(1);
});

async function ring(
  { ours, library, roomId }: Pair,
  placing: 'we' | 'they',
  type: 'voice' | 'video' = 'video',
) {
  const [caller, callee] = placing === 'we' ? [ours, library] : [library, ours];
  await caller.call(roomId, type, callee.account);
  await callee.expectState('ringing');
}

async function connect(pair: Pair, placing: 'we' | 'they', type: 'voice' | 'video' = 'video') {
  await ring(pair, placing, type);
  await (placing === 'we' ? pair.library : pair.ours).do('answer');
  await Promise.all([pair.ours.expectState('connected'), pair.library.expectState('connected')]);
}

async function hangUp({ ours, library }: Pair, by: 'ours' | 'library') {
  await (by === 'ours' ? ours : library).do('hangup');
  await ours.expectCall({ state: 'ended', endedBy: by === 'ours' ? 'local' : 'remote' });
  await library.expectCall({ state: 'ended', hangupParty: (by === 'ours' ? 'remote' : 'local') as never });
}
