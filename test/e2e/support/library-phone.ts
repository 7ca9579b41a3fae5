import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Account } from '../../support/servers/accounts-and-rooms.mjs';
import type { PageLibraryPhone } from './page-library-phone.ts';
import { expectPictures } from './phone.ts';

type Deed =
  | 'answer'
  | 'hangup'
  | 'reject'
  | 'setMicrophoneMuted'
  | 'setLocalVideoMuted'
  | 'setScreensharingEnabled'
  | 'setRemoteOnHold';
type Snapshot = NonNullable<ReturnType<PageLibraryPhone['snapshot']>>;

/** One page with the library's own calls, seen from a test. */
export class LibraryPhone {
  readonly page: Page;
  readonly account: Account;

  constructor(page: Page, account: Account) {
    this.page = page;
    this.account = account;
  }

  async call(roomId: string, type: 'voice' | 'video', { userId }: Account): Promise<void> {
    await this.page.evaluate(([roomId, type, userId]) => window.libraryPhone.place(roomId, type, userId), [
      roomId,
      type,
      userId,
    ] as const);
  }

  async do(deed: Deed, ...args: boolean[]): Promise<void> {
    await this.page.evaluate(
      async ([deed, args]) => {
        const { call } = window.libraryPhone;
        if (deed === 'hangup') window.libraryPhone.hangUp();
        else await (call[deed] as (...args: boolean[]) => unknown).apply(call, args);
      },
      [deed, args] as const,
    );
  }

  async expectCall(expected: Partial<Omit<Snapshot, 'remote'>> & { remote?: Partial<Snapshot['remote']> }) {
    await expect
      .poll(() => this.page.evaluate(() => window.libraryPhone.snapshot()), {
        message: `the library’s call of ${this.account.userId}`,
        intervals: [100],
      })
      .toMatchObject(expected);
  }

  async expectState(state: string): Promise<void> {
    await this.expectCall({ state });
  }

  async expectPictures(of: 'camera' | 'screen' = 'camera'): Promise<void> {
    await expectPictures(of, () => this.page.evaluate((of) => window.libraryPhone[of].frames, of));
  }
}
