import { expect, test } from './support/group-fixtures.ts';
import { memberEvents, membershipsOf } from './support/room-events.ts';
import { RealTab } from './support/real-tab.ts';
import { createRoom } from '../support/servers/accounts-and-rooms.mjs';

// Timers of a page that is hidden for five minutes run once a minute: here it is as if it had been.
const asForPeople = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
];
test.use({
  launchOptions: async ({ launchOptions }, use) => {
    const args = [
      ...(launchOptions.args ?? []),
      '--enable-features=IntensiveWakeUpThrottling:grace_period_seconds/1',
    ];
    await use({ ...launchOptions, args, ignoreDefaultArgs: asForPeople });
  },
});

test(
  'whoever waits alone in a hidden tab stays in the call, though its timers sleep',
  { tag: '@long' },
  async ({ browser, servers }) => {
    test.setTimeout(120_000);
    const account = await servers.registerUser('Alice');
    const roomId = await createRoom(account, []);
    const tab = await RealTab.open(browser, process.env['E2E_PAGE']!);
    await tab.evaluate(async (login) => {
      await window.setup(login);
      window.installPhone({});
      window.installGroupPhone();
    }, account);
    await tab.evaluate(async (roomId) => {
      const session = await window.groupPhone.find(roomId);
      await session.enter({ microphone: false, camera: false });
    }, roomId);

    await tab.hide();
    await expect.poll(() => tab.evaluate(() => document.hidden, null)).toBe(true);
    await tab.evaluate(() => {
      const watch = { last: performance.now(), longest: 0 };
      const look = (): void => {
        const now = performance.now();
        watch.longest = Math.max(watch.longest, now - watch.last);
        watch.last = now;
      };
      setInterval(look, 1_000);
      // Chromium spares timers that do not follow one another; others do not.
      const after = window.setTimeout.bind(window);
      const sleepy = (task: TimerHandler, ms = 0): number => after(task, ms < 1_000 ? ms : 60_000);
      window.setTimeout = sleepy as typeof window.setTimeout;
      Object.assign(window, { longestWait: () => (look(), watch.longest) });
    }, null);
    // The homeserver waits 18 s for a sign of life.
    const end = Date.now() + 60_000;
    const isStillIn = async (): Promise<boolean> => {
      expect(await memberEvents(account, roomId), 'only our coming').toHaveLength(1);
      return Date.now() > end;
    };
    await expect.poll(isStillIn, { timeout: 70_000, intervals: [500] }).toBe(true);
    expect(await membershipsOf(account, roomId, account.userId)).toEqual([account.deviceId]);
    const longest = () => (window as unknown as { longestWait: () => number }).longestWait();
    expect(await tab.evaluate(longest, null), "the page's own timers").toBeGreaterThan(18_000);
    expect(await tab.evaluate(() => window.groupPhone.states, null)).toEqual(['entering', 'entered']);
    await tab.close();
  },
);
