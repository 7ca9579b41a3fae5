import { expect, test } from './support/call-fixtures.ts';
import { connect } from './support/phone.ts';

test('microphone and camera go off and on again, and the other side is shown it', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId);
  await bob.expectPictures();

  await alice.do('setMicrophoneMuted', true);
  await alice.expectCall({ local: { microphone: 'muted', camera: 'on' } });
  await bob.expectCall({ remote: { microphoneMuted: true, cameraMuted: false } });
  await alice.do('setLocalVideoMuted', true);
  await alice.expectCall({ local: { microphone: 'muted', camera: 'muted' } });
  await bob.expectCall({ remote: { microphoneMuted: true, cameraMuted: true } });

  await alice.do('setMicrophoneMuted', false);
  await alice.do('setLocalVideoMuted', false);
  await bob.expectCall({ remote: { microphoneMuted: false, cameraMuted: false } });
  await Promise.all([bob.expectPictures(), bob.expectSound()]);
});

test('a voice call becomes a video call, and the other side joins in', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId, 'voice');
  await alice.do('setLocalVideoMuted', false);
  await bob.expectCall({ remote: { cameraMuted: false } });
  await bob.expectPictures();
  await bob.do('setLocalVideoMuted', false);
  await alice.expectCall({ remote: { cameraMuted: false } });
  await alice.expectPictures();
});

test('both turn a voice call into a video call in the same moment', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId, 'voice');
  await Promise.all([alice.do('setLocalVideoMuted', false), bob.do('setLocalVideoMuted', false)]);
  await Promise.all([alice.expectPictures(), bob.expectPictures()]);
  await Promise.all([
    alice.expectCall({ remote: { cameraMuted: false } }),
    bob.expectCall({ remote: { cameraMuted: false } }),
  ]);
});

test('both share their screens at once, each stops, and the cameras go on', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId);
  await Promise.all([alice.do('setScreensharingEnabled', true), bob.do('setScreensharingEnabled', true)]);
  for (const phone of [alice, bob]) {
    await phone.expectCall({ local: { screen: 'on' }, remote: { screensharing: true } });
  }
  await Promise.all([alice.expectPictures('screen'), bob.expectPictures('screen')]);
  await Promise.all([alice.expectPictures('camera'), bob.expectPictures('camera')]);

  await alice.do('setScreensharingEnabled', false);
  await bob.expectCall({ remote: { screensharing: false } });
  await alice.expectCall({ local: { screen: 'off' }, remote: { screensharing: true } });
  await alice.expectPictures('screen');
  await bob.do('setScreensharingEnabled', false);
  await alice.expectCall({ remote: { screensharing: false } });
  await Promise.all([alice.expectPictures('camera'), bob.expectPictures('camera')]);

  await alice.do('setScreensharingEnabled', true);
  await bob.expectCall({ remote: { screensharing: true } });
  await bob.expectPictures('screen');
});

test('a call is put on hold by either side and by both, and comes back', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId);
  await alice.do('setRemoteOnHold', true);
  await alice.expectCall({ remoteOnHold: true, localOnHold: false });
  await bob.expectCall({ remoteOnHold: false, localOnHold: true });

  await bob.do('setRemoteOnHold', true);
  await bob.expectCall({ remoteOnHold: true, localOnHold: true });
  await alice.expectCall({ remoteOnHold: true, localOnHold: true });

  await alice.do('setRemoteOnHold', false);
  await alice.expectCall({ remoteOnHold: false, localOnHold: true });
  await bob.expectCall({ remoteOnHold: true, localOnHold: false });

  await bob.do('setRemoteOnHold', false);
  for (const phone of [alice, bob]) await phone.expectCall({ remoteOnHold: false, localOnHold: false });
  await Promise.all([alice.expectPictures(), bob.expectPictures(), alice.expectSound(), bob.expectSound()]);
});

test('telephone tones are sent', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId, 'voice');
  await alice.expectCall({ canSendDTMF: true });
  const tones = alice.page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        let played = '';
        const { dtmf } = window.phone.connection.getSenders()[0]!;
        dtmf!.addEventListener('tonechange', ({ tone }) => {
          played += tone;
          if (tone === '') resolve(played);
        });
        window.phone.call.sendDTMF('12#');
      }),
  );
  expect(await tones).toBe('12#');
});

test('another microphone takes over in a call', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId, 'voice');
  await bob.expectSound();
  const chosen = await alice.page.evaluate(async () => {
    const { call, devices } = window.phone;
    const used = call.localUserMediaStream.getAudioTracks()[0]!.getSettings().deviceId;
    const other = (await devices.enumerateDevices()).find(
      ({ kind, deviceId }) => kind === 'audioinput' && deviceId !== used,
    )!;
    await call.selectDevice('microphone', other.deviceId);
    return other.deviceId;
  });
  const used = () =>
    alice.page.evaluate(() => window.phone.connection.getSenders()[0]!.track?.getSettings().deviceId);
  await expect.poll(used).toBe(chosen);
  await alice.expectCall({ local: { microphone: 'on' } });
  await bob.expectSound();
});

test('a camera that is unplugged is missed by nobody but said, and taken again when it is back', async ({
  openPair,
}) => {
  const { alice, bob, roomId } = await openPair();
  await connect([alice, bob], roomId);
  await bob.expectPictures();
  await alice.page.evaluate(() => window.phone.devices.unplug('videoinput'));
  await alice.expectCall({
    state: 'connected',
    local: { camera: 'failed', microphone: 'on' },
    problems: [{ slot: 'camera', code: 'device-lost' }],
  });
  await bob.expectCall({ remote: { cameraMuted: true, microphoneMuted: false } });
  await Promise.all([bob.expectSound(), alice.expectPictures()]);

  await alice.page.evaluate(() => window.phone.devices.plugIn('videoinput'));
  await alice.expectCall({ local: { camera: 'on' }, problems: [] });
  await bob.expectCall({ remote: { cameraMuted: false } });
  await bob.expectPictures();
});

test('who has no camera and no microphone takes a call and sees the other side', async ({ openPair }) => {
  const { alice, bob, roomId } = await openPair();
  await bob.page.evaluate(() => {
    window.phone.devices.unplug('videoinput');
    window.phone.devices.unplug('audioinput');
  });
  await connect([alice, bob], roomId);
  await bob.expectCall({ local: { microphone: 'failed', camera: 'failed' } });
  expect((await bob.snapshot())!.problems.map(({ code }) => code)).toEqual([
    'device-missing',
    'device-missing',
  ]);
  await alice.expectCall({ remote: { microphoneMuted: true, cameraMuted: true } });
  await Promise.all([bob.expectPictures(), bob.expectSound()]);
});
