import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Account } from '../../support/servers/accounts-and-rooms.mjs';
import type { Someone } from './group-phone.ts';

/** One page in a mesh that speaks one dialect only, seen from a test. */
export class DialectPhone {
  readonly page: Page;
  readonly account: Account;

  constructor(page: Page, account: Account) {
    this.page = page;
    this.account = account;
  }

  get id(): string {
    return `${this.account.userId}:${this.account.deviceId}`;
  }

  async join(roomId: string): Promise<void> {
    await this.page.evaluate((roomId) => window.dialectPhone.join(roomId), roomId);
  }

  async leave(): Promise<void> {
    await this.page.evaluate(() => window.dialectPhone.leave());
  }

  measure(): Promise<Record<string, { frames: number; energy: number }>> {
    return this.page.evaluate(() => window.dialectPhone.measure());
  }

  /** It has a call with exactly these. */
  async expectCallsWith(others: readonly Someone[]): Promise<void> {
    const ids = others.map(({ id }) => id).toSorted();
    const look = async () => Object.keys(await this.measure()).toSorted();
    await expect.poll(look, { message: `whom ${this.id} talks to` }).toEqual(ids);
  }

  /** From now on pictures of these appear, and each of them is heard. */
  async expectToSeeAndHear(others: readonly Someone[]): Promise<void> {
    const before = await this.measure();
    const look = async () => {
      const now = await this.measure();
      return others
        .map(({ id }) => id)
        .filter((id) => {
          const [was, is] = [before[id] ?? NOTHING, now[id] ?? NOTHING];
          return is.frames <= was.frames + 5 || is.energy <= was.energy;
        });
    };
    const message = `whom ${this.id} does not see and hear`;
    await expect.poll(look, { message, timeout: 30_000, intervals: [200] }).toEqual([]);
  }
}

const NOTHING = { frames: 0, energy: 0 };
