import { expect, test } from './support/group-fixtures.ts';
import { expectAllTogether } from './support/group-phone.ts';

test('two share their screens at once, and stop one after the other', async ({ openGroup }) => {
  test.setTimeout(120_000);
  const { phones, roomId } = await openGroup(['Alice', 'Bob', 'Carol']);
  const [alice, bob, carol] = phones;
  await Promise.all(phones.map((phone) => phone.enter(roomId)));
  await expectAllTogether(phones);

  await Promise.all([alice.do('setScreensharingEnabled', true), bob.do('setScreensharingEnabled', true)]);
  await Promise.all([
    alice.expectScreens([bob]),
    bob.expectScreens([alice]),
    carol.expectScreens([alice, bob]),
  ]);
  await expectAllTogether(phones);

  await alice.do('setScreensharingEnabled', false);
  await carol.expectParticipant(alice, { screensharing: false });
  await bob.expectParticipant(alice, { screensharing: false });
  await Promise.all([alice.expectScreens([bob]), carol.expectScreens([bob])]);
  await bob.do('setScreensharingEnabled', false);
  await carol.expectParticipant(bob, { screensharing: false });
  await expectAllTogether(phones);
});

test('who comes later sees a screen that is shared already', async ({ openGroup }) => {
  const { phones, roomId } = await openGroup(['Alice', 'Bob']);
  const [alice, bob] = phones;
  await alice.enter(roomId);
  await alice.do('setScreensharingEnabled', true);
  await bob.enter(roomId);
  await expectAllTogether(phones);
  await bob.expectScreens([alice]);
});

test('who loses camera and microphone stays in the call, and has them again when they are back', async ({
  openGroup,
}) => {
  test.setTimeout(120_000);
  const { phones, roomId } = await openGroup(['Alice', 'Bob', 'Carol']);
  const [alice, bob, carol] = phones;
  await Promise.all(phones.map((phone) => phone.enter(roomId)));
  await expectAllTogether(phones);

  await alice.page.evaluate(() => {
    window.phone.devices.unplug('videoinput');
    window.phone.devices.unplug('audioinput');
  });
  await alice.expectSnapshot({ local: { camera: 'failed', microphone: 'failed' } });
  for (const other of [bob, carol]) {
    await other.expectParticipant(alice, {
      connection: 'connected',
      cameraMuted: true,
      microphoneMuted: true,
    });
  }
  await alice.expectToSeeAndHear([bob, carol]);

  await alice.page.evaluate(() => {
    window.phone.devices.plugIn('videoinput');
    window.phone.devices.plugIn('audioinput');
  });
  await expectAllTogether(phones);
  await bob.expectParticipant(alice, { cameraMuted: false, microphoneMuted: false });
});

test('who is muted is shown so, and is heard again afterwards', async ({ openGroup }) => {
  const { phones, roomId } = await openGroup(['Alice', 'Bob', 'Carol']);
  const [alice, bob, carol] = phones;
  await Promise.all(phones.map((phone) => phone.enter(roomId)));
  await expectAllTogether(phones);
  await alice.do('setMicrophoneMuted', true);
  await alice.do('setLocalVideoMuted', true);
  for (const other of [bob, carol]) {
    await other.expectParticipant(alice, { cameraMuted: true, microphoneMuted: true });
  }
  await alice.do('setMicrophoneMuted', false);
  await alice.do('setLocalVideoMuted', false);
  await expectAllTogether(phones);
  await bob.expectParticipant(alice, { cameraMuted: false, microphoneMuted: false });
});

test('by relay alone everything goes through the TURN server, and nobody is told an address', async ({
  openGroup,
  wire,
}) => {
  test.setTimeout(120_000);
  const { phones, roomId } = await openGroup(['Alice', 'Bob', 'Carol'], { icePolicy: 'relay' });
  await Promise.all(phones.map((phone) => phone.enter(roomId)));
  await expectAllTogether(phones);
  for (const { page } of phones) {
    const types = await page.evaluate(() => window.groupPhone.candidateTypes());
    expect(types).toEqual([
      ['relay', 'relay'],
      ['relay', 'relay'],
    ]);
  }
  const sent = JSON.stringify(wire.clear);
  expect(sent).toContain('typ relay');
  expect(sent).not.toMatch(/typ (host|srflx|prflx)/);
});
