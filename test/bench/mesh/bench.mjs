import { loadavg } from 'node:os';
import { startServers } from '../../support/servers/start-servers.mjs';
import { round } from '../round.mjs';
import { printTable, Samples } from '../samples.mjs';
import { bundlePage, expectPainted, openBrowser } from '../windows.mjs';
import { joins, WAYS } from './joins.mjs';
import { openGroup } from './people.mjs';
import { bareCall, quietCall } from './quiet-call.mjs';
import { Requests } from './requests.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('./people.mjs').Group} Group */
/** @typedef {{ times: Samples, requests: Samples, kinds: Samples, counter: Requests }} Results */
/** @typedef {Awaited<ReturnType<typeof quietRounds>>} Quiet */

const ROUNDS = 10;
const QUIET_ROUNDS = 3;
const CROWDS = [10, 50, 200];
/** Messages one after the other from joining until both sides of a pair know all: the membership goes first. */
const HOPS = { invites: 2, 'is invited': 3 };

/** What makes a bare pair faster; the better one is the limit. */
const STARTS = {
  'bare pair, half the resolution': { scaleResolutionDownBy: 2 },
  'bare pair, start bitrate': { bitrate: 1000 },
};

/** How long it takes to join a call without a server, and what the call costs when nothing happens in it. */
export async function bench() {
  const [script, timers] = await Promise.all([
    bundlePage(new URL('page/page.ts', import.meta.url)),
    bundlePage(new URL('../../../src/session/timer-worker.ts', import.meta.url)),
  ]);
  const scripts = new Map([...script, ['/timer-worker.ts', timers.get('/page.js') ?? '']]);
  const servers = await startServers();
  const windows = await openBrowser(scripts);
  try {
    const alone = await windows.open();
    const crowds = await crowdTimes(alone);
    const group = await openGroup(servers, windows);
    const pages = group.people.map(({ page }) => page);
    await expectPainted([...pages, alone]);
    const results = {
      times: new Samples(),
      requests: new Samples(),
      kinds: new Samples(),
      counter: new Requests(),
    };
    for (const page of pages) results.counter.watch(page);
    await joinRounds(group, alone, results);
    const quiet = await quietRounds(group, windows, results.counter);
    return report(results, quiet, crowds);
  } finally {
    await windows.close();
    await servers.stop();
  }
}

/** @param {Group} group @param {Page} alone @param {Results} results */
async function joinRounds(group, alone, results) {
  const { times, requests, kinds } = results;
  const parts = [
    ...WAYS.map((way) => () => joins(group, way, results)),
    () => barePairs(alone, times),
    () => hop(group, times),
  ];
  await round(parts, 0);
  times.clear();
  requests.clear();
  kinds.clear();
  for (let number = 1; number <= ROUNDS; number += 1) await round(parts, number);
}

/** @param {Group} group @param {import('../windows.mjs').Windows} windows @param {Requests} counter */
async function quietRounds(group, windows, counter) {
  const bare = await Promise.all(group.people.map(() => windows.open()));
  const rounds = [];
  for (let number = 0; number < QUIET_ROUNDS; number += 1) {
    rounds.push({ ...(await quietCall(group, counter)), bare: await bareCall(bare) });
  }
  return rounds;
}

/** @param {Page} page @param {Samples} times */
async function barePairs(page, times) {
  for (const [name, start] of Object.entries(STARTS)) {
    times.add(name, await page.evaluate((start) => window.meshBench.connectBarePair(start), start));
  }
}

/** @param {Group} group @param {Samples} times */
async function hop({ people, roomId }, times) {
  const [from, to] = /** @type {[Page, Page]} */ (people.map(({ page }) => page));
  const arrives = to.evaluate(() => window.meshBench.hopArrives());
  const sent = await from.evaluate((roomId) => window.meshBench.sendHop(roomId), roomId);
  times.add('hop', (await arrives) - sent);
}

/** µs of the engine per change, by the number of people. @param {Page} page */
async function crowdTimes(page) {
  /** @type {Record<string, number>} */
  const times = {};
  // The first finds code that was not run before.
  await page.evaluate((count) => window.meshBench.timePerChange(count), 10);
  for (const count of CROWDS) {
    const time = await page.evaluate((count) => window.meshBench.timePerChange(count), count);
    times[String(count)] = Math.round(time);
  }
  return times;
}

/** @param {Results} results @param {Quiet} quiet @param {Record<string, number>} crowds */
function report({ times, requests, kinds }, quiet, crowds) {
  const heading = ['median', 'p25', 'p75', 'n'];
  printTable([['ms', ...heading], ...times.rows()]);
  console.log();
  printTable([['requests of a join, /sync apart', ...heading], ...requests.rows()]);
  console.log();
  printTable([['requests of who comes as the fourth', ...heading], ...kinds.rows()]);
  console.log();
  printQuiet(quiet);
  const sizes = Object.entries(crowds).map(([count, time]) => [`${count} people`, String(time)]);
  printTable([['µs of the engine per membership change', ''], ...sizes]);
  const [load = 0] = loadavg();
  console.log(`\nload of this machine in the last minute: ${load.toFixed(1)}`);
  const { first, hops } = slowerWay(times);
  return {
    first,
    limit: Math.min(...Object.keys(STARTS).map((name) => times.median(name))),
    hop: times.median('hop'),
    hops,
    cpu_ratio: ratio(quiet),
    requests_per_minute: Math.max(...quiet.flatMap((round) => round.requests)),
    membership_us: crowds,
  };
}

/** @param {Quiet} quiet */
function printQuiet(quiet) {
  const rounds = quiet.map((_, index) => `round ${index + 1}`);
  const seconds = (/** @type {'processor' | 'bare'} */ name) => quiet.map((round) => round[name].toFixed(2));
  printTable([
    ['processor seconds a minute, one page of four', ...rounds],
    ['our call', ...seconds('processor')],
    ['bare peer connections', ...seconds('bare')],
  ]);
  console.log();
  const often = new Samples();
  for (const { kinds } of quiet) for (const [name, count] of kinds) often.add(name, count);
  printTable([['requests a minute of each in a quiet call', 'median', 'p25', 'p75', 'n'], ...often.rows()]);
  console.log();
}

/** A call of two, as the bare pair is: the way that takes longer. @param {Samples} times */
function slowerWay(times) {
  const [slower] = WAYS.map((way) => ({
    first: times.median(`2 people, the newcomer ${way}: first remote frame`),
    hops: HOPS[way],
  })).sort((a, b) => b.first - a.first);
  return { first: slower?.first, hops: slower?.hops };
}

/** @param {Quiet} quiet */
function ratio(quiet) {
  const middle = (/** @type {number[]} */ all) =>
    all.sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? NaN;
  const ours = middle(quiet.map(({ processor }) => processor));
  return Math.round((ours / middle(quiet.map(({ bare }) => bare))) * 100) / 100;
}
