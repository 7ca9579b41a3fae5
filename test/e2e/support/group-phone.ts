import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type {
  GroupCallOptions,
  GroupCallParticipant,
  GroupCallSession,
  GroupCallSnapshot,
} from '../../../src/index.ts';
import type { Account } from '../../support/servers/accounts-and-rooms.mjs';
import type { Reception } from './page-group-phone.ts';

type MethodName =
  | 'leave'
  | 'setMicrophoneMuted'
  | 'setLocalVideoMuted'
  | 'setScreensharingEnabled'
  | 'sendReactionEvent'
  | 'removeReactionEvent'
  | 'allowEverybody'
  | 'setShown';

type Nested = 'local' | 'problem' | 'participants' | 'hands' | 'problems';
type Part = Partial<Omit<GroupCallSnapshot, Nested>> & Partial<Record<Nested, object | null>>;

/** A participant, as far as it has an id. */
export type Someone = Pick<GroupPhone, 'id'>;

/** More than that takes no connection on two busy cores. */
const PATIENT = 30_000;

/** One page in group calls, seen from a test. What it says of a call is about the newest one. */
export class GroupPhone {
  readonly page: Page;
  readonly account: Account;

  constructor(page: Page, account: Account) {
    this.page = page;
    this.account = account;
  }

  /** Its participant id. */
  get id(): string {
    return `${this.account.userId}:${this.account.deviceId}`;
  }

  async enter(
    roomId: string,
    options: GroupCallOptions = {},
    wanted: { microphone: boolean; camera: boolean } = { microphone: true, camera: true },
  ): Promise<void> {
    await this.page.evaluate(
      async ([roomId, options, wanted]) => {
        const session = await window.groupPhone.find(roomId, options);
        await session.enter(wanted);
      },
      [roomId, options, wanted] as const,
    );
  }

  /** Finds the call of a room without entering it. */
  async find(roomId: string): Promise<void> {
    await this.page.evaluate(async (roomId) => {
      await window.groupPhone.find(roomId);
    }, roomId);
  }

  /** Calls a method of the newest session and answers what it answers. */
  async do<Name extends MethodName>(
    name: Name,
    ...args: Parameters<GroupCallSession[Name]>
  ): Promise<Awaited<ReturnType<GroupCallSession[Name]>>> {
    const answer: unknown = await this.page.evaluate(
      ([name, args]) => {
        const { session } = window.groupPhone;
        return (session[name] as (...args: unknown[]) => unknown).apply(session, args);
      },
      [name, args as unknown[]] as const,
    );
    return answer as Awaited<ReturnType<GroupCallSession[Name]>>;
  }

  snapshot(): Promise<GroupCallSnapshot> {
    return this.page.evaluate(() => window.groupPhone.session.snapshot);
  }

  async expectSnapshot(expected: Part, timeout = PATIENT): Promise<void> {
    const message = `the group call of ${this.id}`;
    await expect.poll(() => this.snapshot(), { message, timeout, intervals: [100] }).toMatchObject(expected);
  }

  /** Exactly these are there, in any order, each connected. */
  async expectConnected(others: readonly Someone[], timeout = PATIENT): Promise<void> {
    const expected = Object.fromEntries(others.map(({ id }) => [id, 'connected']));
    await expect
      .poll(() => this.connections(), { message: `who ${this.id} is with`, timeout, intervals: [100] })
      .toEqual(expected);
  }

  /** As its client knows it. */
  powerToJoin(roomId: string): Promise<number | undefined> {
    return this.page.evaluate((roomId) => {
      const levels = window.phone.voip.port.room(roomId)?.powerLevels;
      return levels?.events['com.famedly.call.member'] ?? levels?.stateDefault;
    }, roomId);
  }

  async expectParticipant({ id }: Someone, expected: Partial<GroupCallParticipant>): Promise<void> {
    const look = async () => (await this.snapshot()).participants.find((one) => one.id === id);
    const message = `how ${this.id} sees ${id}`;
    await expect.poll(look, { message, timeout: PATIENT, intervals: [100] }).toMatchObject(expected);
  }

  async connections(): Promise<Record<string, string>> {
    const { participants } = await this.snapshot();
    return Object.fromEntries(participants.map(({ id, connection }) => [id, connection]));
  }

  measure(): Promise<Record<string, Reception>> {
    return this.page.evaluate(() => window.groupPhone.measure());
  }

  /** From now on pictures of these appear, and each of them is heard. */
  async expectToSeeAndHear(others: readonly Someone[]): Promise<void> {
    await this.#expectGrowth(others, (now, before) => ({
      pictures: now.frames > (before?.frames ?? 0) + 5,
      sound: now.energy > (before?.energy ?? 0),
      loud: now.loud > (before?.loud ?? 0),
    }));
  }

  /** No more pictures of somebody appear; they are heard. */
  async expectToHearOnly({ id }: Someone): Promise<void> {
    const message = `pictures of ${id} at ${this.id}`;
    const pictures = async () => {
      const before = await this.measure();
      await this.page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
      const now = await this.measure();
      return (now[id]?.frames ?? 0) - (before[id]?.frames ?? 0);
    };
    await expect.poll(pictures, { message, timeout: PATIENT }).toBe(0);
    await this.#expectGrowth([{ id }], (now, before) => ({ sound: now.energy > (before?.energy ?? 0) }));
  }

  /** ms until the next picture of somebody whom we show again. */
  showAgain({ id }: Someone): Promise<number> {
    return this.page.evaluate(async (id) => {
      const { groupPhone } = window;
      const frames = async () => (await groupPhone.measure())[id]?.frames ?? 0;
      const before = await frames();
      const begin = performance.now();
      groupPhone.session.setShown(id, { camera: 360, screen: 0 });
      while ((await frames()) === before) await new Promise((resolve) => setTimeout(resolve, 5));
      return performance.now() - begin;
    }, id);
  }

  /** Packets with pictures that left towards somebody; in the order in which connections were made. */
  picturesSent(connection: number): Promise<number> {
    return this.page.evaluate(async (index) => {
      let packets = 0;
      const report = await window.phone.connections[index]?.getStats();
      report?.forEach((stat: RTCOutboundRtpStreamStats) => {
        if (stat.type === 'outbound-rtp' && stat.kind === 'video') packets += stat.packetsSent ?? 0;
      });
      return packets;
    }, connection);
  }

  async expectScreens(others: readonly Someone[]): Promise<void> {
    await this.#expectGrowth(others, (now, before) => ({
      screen: now.screenFrames > (before?.screenFrames ?? 0) + 2,
    }));
  }

  /** Who of the others was missing at any time since then; `since`: a length of `attendance`. */
  async missed(others: readonly Someone[], since: number): Promise<string[]> {
    const attendance = await this.attendance();
    return others
      .map(({ id }) => id)
      .filter((id) => attendance.slice(since).some((ids) => !ids.includes(id)));
  }

  /** The browser loses this page. */
  async crash(): Promise<void> {
    const devtools = await this.page.context().newCDPSession(this.page);
    const crashed = this.page.waitForEvent('crash');
    // Nobody is left to answer.
    void devtools.send('Page.crash').catch(() => undefined);
    await crashed;
  }

  attendance(): Promise<string[][]> {
    return this.page.evaluate(() => window.groupPhone.attendance);
  }

  async #expectGrowth(
    others: readonly Someone[],
    grown: (now: Reception, before: Reception | undefined) => Record<string, boolean>,
  ): Promise<void> {
    const before = await this.measure();
    const nothing: Reception = { frames: 0, screenFrames: 0, energy: 0, loud: 0 };
    const look = async () => {
      const now = await this.measure();
      const lacking = others.flatMap(({ id }) =>
        Object.entries(grown(now[id] ?? nothing, before[id])).flatMap(([what, there]) =>
          there ? [] : [`${what} of ${id}`],
        ),
      );
      return lacking;
    };
    await expect
      .poll(look, { message: `what ${this.id} lacks`, timeout: PATIENT, intervals: [200] })
      .toEqual([]);
  }
}

/** Everybody is connected with everybody else, sees and hears everybody else, and nobody is there beside them. */
export async function expectAllTogether(phones: readonly GroupPhone[]): Promise<void> {
  const each = phones.map((phone) => [phone, phones.filter((other) => other !== phone)] as const);
  await Promise.all(each.map(([phone, others]) => phone.expectConnected(others)));
  await Promise.all(each.map(([phone, others]) => phone.expectToSeeAndHear(others)));
}
