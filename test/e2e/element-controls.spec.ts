import { expect, test } from './support/element-fixtures.ts';
import { connect } from './support/element-person.ts';

test('a shared screen is seen whole, beside the cameras, until it is stopped', async ({ openPair }) => {
  const { alice, bob, pair } = await openPair();
  await connect(pair);
  await bob.press('Share screen');
  await alice.reads('Bob is sharing a screen');
  await alice.sees('Shared screen');
  await alice.sees('Bob');
  const share = await alice.picture('Shared screen').evaluate((video) => {
    const { videoWidth, videoHeight, clientWidth, clientHeight } = video as HTMLVideoElement;
    return { own: videoWidth / videoHeight, box: clientWidth / clientHeight, width: clientWidth };
  });
  expect(share.box).toBeCloseTo(share.own, 1);
  expect(share.width).toBeGreaterThan(400);
  await bob.reads('You are sharing your screen');

  await bob.press('Stop sharing');
  await expect(alice.picture('Shared screen')).toHaveCount(0);
  await alice.readsNoMore('Bob is sharing a screen');
  await alice.sees('Bob');
});

test('a call on hold is silent and said to both; who put it there takes it back', async ({ openPair }) => {
  const { alice, bob, pair } = await openPair();
  await connect(pair);
  await alice.press('Hold');
  await alice.reads('You put Bob on hold', 'Neither of you can hear or see the other.');
  await bob.reads('Alice put you on hold', 'The call goes on when it is resumed there.');
  for (const person of pair) await expect(person.page.locator('video')).toHaveCount(0);
  await alice.page.locator('famedly-card').getByRole('button', { name: 'Resume' }).click();
  await Promise.all([alice.sees('Bob'), bob.sees('Alice'), alice.hears(), bob.hears()]);
});

test('the keypad sends telephone tones, by mouse and by the digits of the keyboard', async ({ openPair }) => {
  const { alice, pair } = await openPair();
  await connect(pair, 'Voice call');
  await alice.page.evaluate(() => {
    const { dtmf } = window.element.connection.getSenders()[0]!;
    dtmf!.addEventListener('tonechange', ({ tone }) => window.element.events.push(`tone ${tone}`));
  });
  await alice.press('Keypad');
  const keypad = alice.page.getByRole('dialog', { name: 'Keypad' });
  await alice.press('4 GHI');
  await alice.press('Hash');
  await alice.page.keyboard.press('2');
  await alice.reads('4#2');
  await expect
    .poll(async () => (await alice.events()).filter((event) => /tone ./.test(event)))
    .toEqual(['tone 4', 'tone #', 'tone 2']);
  await alice.page.keyboard.press('Escape');
  await expect(keypad).toBeHidden();
});

test('another camera, microphone and speaker are chosen in the menu, and are the ones in use', async ({
  openPair,
}) => {
  const { alice, bob, pair } = await openPair();
  await connect(pair);
  await bob.sees('Alice');
  await alice.press('Devices');
  await expect(alice.page.getByRole('dialog', { name: 'Devices' })).toBeVisible();
  const choose = async (kind: string, used: () => Promise<string | undefined>): Promise<void> => {
    const before = await used();
    const other = alice.page
      .getByRole('radiogroup', { name: kind })
      .getByRole('radio', { checked: false })
      .last();
    const name = await other.innerText();
    await other.click();
    await expect(alice.page.getByRole('radio', { name, checked: true })).toBeVisible();
    await expect.poll(used).not.toBe(before);
  };
  const sends = (kind: string) => () =>
    alice.page.evaluate((kind) => {
      const senders = window.element.connection.getSenders();
      const { track } = senders.find((sender) => sender.track?.kind === kind)!;
      return track!.readyState === 'live' ? track!.getSettings().deviceId : '';
    }, kind);
  await choose('Camera', sends('video'));
  await bob.sees('Alice');
  await choose('Microphone', sends('audio'));
  await bob.hears();
  await choose('Speaker', () => alice.page.evaluate(() => window.element.sounds.at(-1)!.sinkId));
  await alice.hears();
  await alice.press('Test speaker');
  await expect(alice.button('Playing a sound…')).toBeVisible();
});

test('the call fills the screen, and lies over other windows, and comes back', async ({ openPair }) => {
  const { alice, pair } = await openPair();
  await connect(pair);
  await alice.sees('Bob');
  await alice.press('Full screen');
  await expect(alice.button('Leave full screen')).toBeVisible();
  expect(await alice.element.evaluate((element) => element === document.fullscreenElement)).toBe(true);
  await alice.press('Leave full screen');
  await expect(alice.button('Full screen')).toBeVisible();

  const opening = alice.page.waitForEvent('popup');
  await alice.press('Picture in picture');
  const small = await opening;
  await expect(small.locator('video[aria-label="Bob"]')).toBeVisible();
  await small.getByRole('button', { name: 'Mute microphone' }).click();
  await expect(alice.button('Unmute microphone')).toBeVisible();
  const closing = small.waitForEvent('close');
  await small.getByRole('button', { name: 'End' }).click();
  await closing;
  await alice.reads(/^You hung up/);
});
