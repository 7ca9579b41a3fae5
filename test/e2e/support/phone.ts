import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { CallSession, CallSnapshot, CallState } from '../../../src/index.ts';
import type { Account } from '../../support/servers/accounts-and-rooms.mjs';

type MethodName =
  | 'answer'
  | 'reject'
  | 'hangup'
  | 'setMicrophoneMuted'
  | 'setLocalVideoMuted'
  | 'setScreensharingEnabled'
  | 'setRemoteOnHold';

type Nested = 'local' | 'remote' | 'peer';
type Part = Partial<Omit<CallSnapshot, Nested>> & { [Name in Nested]?: Partial<CallSnapshot[Name]> };

/** One page with the engine, seen from a test. What it says of a call is about the newest one. */
export class Phone {
  readonly page: Page;
  readonly account: Account;

  constructor(page: Page, account: Account) {
    this.page = page;
    this.account = account;
  }

  /** Calls all devices of somebody, or with `onlyDevice` this one. */
  async call(
    roomId: string,
    type: 'voice' | 'video',
    { userId, deviceId }: Account,
    { onlyDevice = false } = {},
  ): Promise<void> {
    await this.page.evaluate(
      ([roomId, type, callee]) => void window.phone.voip.inviteToCall(roomId, type, callee),
      [roomId, type, { userId, ...(onlyDevice && { deviceId }) }] as const,
    );
  }

  /** Calls a method of the newest call and waits for what it answers. */
  async do<Name extends MethodName>(name: Name, ...args: Parameters<CallSession[Name]>): Promise<void> {
    await this.page.evaluate(
      async ([name, args]) => {
        const { call } = window.phone;
        await (call[name] as (...args: unknown[]) => unknown).apply(call, args);
      },
      [name, args as unknown[]] as const,
    );
  }

  snapshot(): Promise<CallSnapshot | null> {
    return this.page.evaluate(() => window.phone.sessions.at(-1)?.snapshot ?? null);
  }

  async expectCall(expected: Part, timeout = 20_000): Promise<void> {
    const message = `the call of ${this.account.userId}`;
    await expect.poll(() => this.snapshot(), { message, timeout, intervals: [100] }).toMatchObject(expected);
  }

  async expectState(state: CallState): Promise<void> {
    await this.expectCall({ state });
  }

  /** From now on pictures of the other side appear. */
  async expectPictures(of: 'camera' | 'screen' = 'camera'): Promise<void> {
    await expectPictures(of, () => this.page.evaluate((of) => window.phone[of].frames, of));
  }

  /** From now on the other side is heard. */
  async expectSound(): Promise<void> {
    const before = await this.#energy();
    await expect
      .poll(() => this.#energy(), { message: 'sound of the other side', intervals: [200] })
      .toBeGreaterThan(before);
  }

  /** Types of the two ends of the path that media take. */
  candidateTypes(): Promise<(RTCIceCandidateType | null | undefined)[]> {
    return this.page.evaluate(() => {
      const [sender] = window.phone.connection.getSenders();
      const pair = sender?.transport?.iceTransport.getSelectedCandidatePair();
      return [pair?.local.type, pair?.remote.type];
    });
  }

  #energy(): Promise<number> {
    return this.page.evaluate(async () => {
      const report = await window.phone.connection.getStats();
      const stats = [...report.values()] as { type: string; kind?: string; totalAudioEnergy?: number }[];
      return stats
        .filter(({ type, kind }) => type === 'inbound-rtp' && kind === 'audio')
        .reduce((sum, { totalAudioEnergy = 0 }) => sum + totalAudioEnergy, 0);
    });
  }
}

export async function expectPictures(of: string, frames: () => Promise<number>): Promise<void> {
  const before = await frames();
  await expect
    .poll(frames, { message: `pictures of the ${of}`, intervals: [100] })
    .toBeGreaterThan(before + 5);
}

/** Two phones that talk: `caller` has called, `callee` has answered. */
export async function connect(
  [caller, callee]: readonly [Phone, Phone],
  roomId: string,
  type: 'voice' | 'video' = 'video',
): Promise<void> {
  await caller.call(roomId, type, callee.account);
  await callee.expectState('ringing');
  await callee.do('answer');
  await Promise.all([caller.expectState('connected'), callee.expectState('connected')]);
}
