import { expect, test } from './support/element-fixtures.ts';
import type { Person } from './support/element-person.ts';
import { ScreenReader } from './support/screen-reader.ts';

const DOCK = ['Share screen', 'Hold', 'Keypad', 'Devices', 'More', 'End'];
/** Names of the buttons in the order of reading. */
const buttons = (lines: readonly string[]) =>
  lines.flatMap((line) => /^ *button “([^”]*)”/.exec(line)?.[1] ?? []);

/** Both sides of a call: what each was told and found at every step. */
class Transcript {
  readonly #alice: ScreenReader;
  readonly #bob: ScreenReader;

  constructor(alice: ScreenReader, bob: ScreenReader) {
    this.#alice = alice;
    this.#bob = bob;
  }

  async step(what: string, told: { alice: readonly string[]; bob: readonly string[] }) {
    for (const reader of [this.#alice, this.#bob]) reader.step(what);
    expect(await this.#alice.hears(), `Alice is told: ${what}`).toEqual(told.alice);
    // Who answers is told only where the picture takes a while.
    const bob = (await this.#bob.hears()).filter((line) => line !== 'Connecting…');
    expect(bob, `Bob is told: ${what}`).toEqual(told.bob);
    return { alice: await this.#alice.finds(), bob: await this.#bob.finds() };
  }

  toString(): string {
    return ['ALICE', ...this.#alice.transcript, '', 'BOB', ...this.#bob.transcript].join('\n');
  }
}

async function open(alice: Person, bob: Person): Promise<Transcript> {
  for (const person of [alice, bob]) await expect(person.button('Video call')).toBeVisible();
  return new Transcript(await ScreenReader.open(alice), await ScreenReader.open(bob));
}

test('one call as a screen reader tells it', async ({ openPair }) => {
  const { alice, bob } = await openPair();
  const transcript = await open(alice, bob);
  const idle = await transcript.step('before', { alice: [], bob: [] });
  expect(idle.alice).toEqual(['heading “Bob”', 'button “Voice call”', 'button “Video call”']);

  await alice.press('Video call');
  await expect(bob.button('Answer')).toBeFocused();
  await alice.reads('Ringing…');
  const rings = await transcript.step('it rings', {
    alice: ['Bob, Calling…'],
    bob: ['Alice is calling. Video call'],
  });
  expect(buttons(rings.bob)).toEqual(['Silence', 'Decline', 'Voice only', 'Answer']);
  expect(rings.bob).toContain('button “Answer” (focused)');
  expect(buttons(rings.alice).at(-1)).toBe('Cancel');

  await bob.press('Answer');
  await Promise.all([alice.sees('Bob'), bob.sees('Alice')]);
  const talk = await transcript.step('they talk', {
    alice: ['Connecting…', 'Connected with Bob'],
    bob: ['Connected with Alice'],
  });
  expect(buttons(talk.bob)).toEqual([
    'Picture in picture',
    'Full screen',
    'Mute microphone',
    'Turn camera off',
    ...DOCK,
  ]);
  expect(talk.bob).toContainEqual(
    expect.stringMatching(/button “Mute microphone” \(focused, keyshortcuts M\)/),
  );
  expect(talk.bob[0]).toBe('Video “Alice”');

  await alice.press('Mute microphone');
  await bob.reads('Alice is muted');
  await transcript.step('Alice mutes', { alice: [], bob: ['Alice is muted'] });
  await bob.press('Share screen');
  await alice.sees('Shared screen');
  const shares = await transcript.step('Bob shares', { alice: ['Bob is sharing a screen'], bob: [] });
  expect(shares.alice.indexOf('Video “Shared screen”')).toBeLessThan(shares.alice.indexOf('Video “Bob”'));
  await bob.press('Stop sharing');
  // Bob's own picture has been beside his screen all the time.
  await expect(alice.picture('Shared screen')).toBeHidden();
  await alice.sees('Bob');
  await transcript.step('Bob stops', { alice: ['Bob stopped sharing'], bob: [] });

  await alice.press('Hold');
  await bob.reads('Alice put you on hold');
  const hold = await transcript.step('Alice holds', {
    alice: ['You put Bob on hold. Neither of you can hear or see the other.'],
    bob: ['Alice put you on hold. The call goes on when it is resumed there.'],
  });
  expect(hold.alice).toContainEqual(expect.stringMatching(/button “Resume” \(focused\)/));
  await alice.page.locator('famedly-card').getByRole('button', { name: 'Resume' }).click();
  await Promise.all([alice.sees('Bob'), bob.sees('Alice')]);
  await transcript.step('Alice resumes', { alice: ['Connected with Bob'], bob: ['Connected with Alice'] });

  await alice.press('Devices');
  await expect(alice.page.getByRole('dialog', { name: 'Devices' })).toBeVisible();
  await expect(
    alice.page.getByRole('radio', { name: 'System default', checked: true }).first(),
  ).toBeFocused();
  const menu = await transcript.step('Alice opens the devices', { alice: [], bob: [] });
  expect(menu.alice).toContainEqual(expect.stringMatching(/^ *dialog “Devices”/));
  await alice.page.keyboard.press('Escape');
  await bob.press('End');
  await alice.reads(/^Bob hung up/);
  await expect(alice.button('Call again')).toBeFocused();
  const over = await transcript.step('it is over', {
    alice: [expect.stringMatching(/^Call ended. Bob hung up · \d:\d\d$/) as unknown as string],
    bob: [expect.stringMatching(/^Call ended. You hung up · \d:\d\d$/) as unknown as string],
  });
  expect(buttons(over.alice)).toEqual(['Close', 'Call again']);
  console.log(String(transcript));
});
