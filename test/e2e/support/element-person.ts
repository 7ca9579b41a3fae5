import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Account } from '../../support/servers/accounts-and-rooms.mjs';

/** Somebody in front of a page with the element: does and sees what a person can. */
export class Person {
  readonly page: Page;
  readonly account: Account;
  readonly element: Locator;

  constructor(page: Page, account: Account) {
    this.page = page;
    this.account = account;
    this.element = page.locator('famedly-call');
  }

  get context(): BrowserContext {
    return this.page.context();
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  async press(name: string): Promise<void> {
    await this.wake();
    await this.button(name).click();
  }

  /** Moves the mouse: over video the controls go when nobody needs them. */
  async wake(): Promise<void> {
    await this.page.mouse.move(400, 300);
    await this.page.mouse.move(410, 310);
  }

  /** On the screen: not what is said to a screen reader. */
  words(text: string | RegExp): Locator {
    return this.page
      .getByText(text)
      .and(this.page.locator(':not([aria-live] *, .for-ears)'))
      .filter({ visible: true });
  }

  async reads(...texts: readonly (string | RegExp)[]): Promise<void> {
    for (const text of texts) await expect(this.words(text).first()).toBeVisible();
  }

  async readsNoMore(text: string | RegExp): Promise<void> {
    await expect(this.words(text)).toHaveCount(0);
  }

  /** The picture of somebody, or of what they share. */
  picture(name: string): Locator {
    return this.page.locator(`video[aria-label="${name}"]`);
  }

  /** From now on pictures move. */
  async sees(name: string): Promise<void> {
    const video = this.picture(name);
    await expect(video).toBeVisible();
    const frames = () =>
      video.evaluate((video) => (video as HTMLVideoElement).getVideoPlaybackQuality().totalVideoFrames);
    const before = await frames();
    await expect
      .poll(frames, { message: `pictures of ${name}`, intervals: [100] })
      .toBeGreaterThan(before + 5);
  }

  /** The other side's sound arrives, and is played: from now on. */
  async hears(): Promise<void> {
    const before = await this.#heard();
    for (const what of ['energy', 'seconds'] as const) {
      await expect
        .poll(async () => (await this.#heard())[what], { message: `sound: ${what}`, intervals: [200] })
        .toBeGreaterThan(before[what]);
    }
  }

  /** What the page was told by events. */
  events(): Promise<string[]> {
    return this.page.evaluate(() => window.element.events);
  }

  #heard(): Promise<{ energy: number; seconds: number }> {
    return this.page.evaluate(async () => {
      const { connection, sounds } = window.element;
      const report = await connection.getStats();
      const stats = [...report.values()] as { type: string; kind?: string; totalAudioEnergy?: number }[];
      return {
        energy: stats
          .filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
          .reduce((sum, { totalAudioEnergy = 0 }) => sum + totalAudioEnergy, 0),
        seconds: sounds
          .filter(({ paused, volume, muted }) => !paused && !muted && volume === 1)
          .reduce((sum, { currentTime }) => sum + currentTime, 0),
      };
    });
  }
}

/** One calls, the other answers, both are told so. */
export async function connect(
  [caller, callee]: readonly [Person, Person],
  type: 'Voice call' | 'Video call' = 'Video call',
): Promise<void> {
  await caller.press(type);
  await callee.press('Answer');
  await Promise.all([caller, callee].map((person) => expect(person.button('Hold')).toBeVisible()));
}
