import { setTimeout as delay } from 'node:timers/promises';
import { createDirectRoom } from '../../support/servers/accounts-and-rooms.mjs';
import { startServers } from '../../support/servers/start-servers.mjs';
import { round } from '../round.mjs';
import { printTable, Samples } from '../samples.mjs';
import { bundlePage, expectPainted, openBrowser } from '../windows.mjs';
import { LongTaskTable } from './long-task-table.mjs';
import { shippedScript } from './shipped-script.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('../../support/servers/accounts-and-rooms.mjs').Account} Account */
/** @typedef {'ours' | 'engine'} Kind */
/** @typedef {{ account: Account, roomId: string }} Callee */
/** @typedef {{ caller: Page, callee: Page, callees: Iterator<Callee, undefined> }} Line */
/** @typedef {{ times: Samples, stages: Record<Kind, Samples>, longTasks: LongTaskTable, counts: Samples }} Results */

const ROUNDS = 10;
/** A person does not answer at once. */
const RINGS_FOR = 1_500;
/** After the first picture: what is fetched for a call that goes on has come, and is shown. */
const TALKS_FOR = 1_500;

/**
 * How soon an element can be used, and how long it takes from pressing *Answer* to the first picture: through the element,
 * and through the engine alone in a page with a button and a video. Each call is the first one of a page that has just been
 * loaded, so that the element fetches its parts in it.
 */
export async function bench() {
  const [page, script] = await Promise.all([
    bundlePage(new URL('page/page.ts', import.meta.url)),
    shippedScript('/script'),
  ]);
  const servers = await startServers();
  const windows = await openBrowser(new Map([...page, ...script]));
  try {
    const line = await openLine(servers, windows);
    await expectPainted([line.caller, line.callee]);
    let results = newResults();
    const parts = /** @type {const} */ (['ours', 'engine']).map((kind) => () => call(kind, line, results));
    await round(parts, 0);
    results = newResults();
    for (let number = 1; number <= ROUNDS; number += 1) await round(parts, number);
    return report(results);
  } finally {
    await windows.close();
    await servers.stop();
  }
}

/** @returns {Results} */
function newResults() {
  const stages = { ours: new Samples(), engine: new Samples() };
  return { times: new Samples(), stages, longTasks: new LongTaskTable(), counts: new Samples() };
}

/**
 * The engine calls, from one page that stays. Who is called is somebody else each time: without calls of before that a page
 * which has just been loaded would have to read first.
 * @param {import('../../support/servers/start-servers.mjs').Servers} servers
 * @param {import('../windows.mjs').Windows} windows
 * @returns {Promise<Line>}
 */
async function openLine(servers, windows) {
  const alice = await servers.registerUser('Alice');
  /** @type {Callee[]} */
  const callees = [];
  for (let call = 0; call < 2 * (1 + ROUNDS); call += 1) {
    const account = await servers.registerUser('Bob');
    callees.push({ account, roomId: await createDirectRoom(alice, account) });
  }
  const caller = await windows.open();
  const callee = await windows.open();
  await caller.evaluate((login) => window.elementBench.installCaller(login), alice);
  return { caller, callee, callees: callees.values() };
}

/** @param {Kind} kind @param {Line} line @param {Results} results */
async function call(kind, line, { times, stages, longTasks, counts }) {
  const { caller, callee } = line;
  const { account, roomId } = /** @type {Callee} */ (line.callees.next().value);
  await callee.reload();
  if (kind === 'ours') {
    const { asked, loaded, usable } = await callee.evaluate(
      ([login, roomId]) => window.elementBench.installElement(login, roomId),
      /** @type {const} */ ([account, roomId]),
    );
    times.add('script asked for → element usable', usable - asked);
    times.add('script there → element usable', usable - loaded);
    await longTasks.add(kind, 'load', callee, asked, usable);
  } else {
    await callee.evaluate((login) => window.elementBench.installEngine(login), account);
  }

  const rings = callee.evaluate(() => window.elementBench.callee.rings());
  await caller.evaluate(
    ([roomId, userId]) => window.elementBench.caller.place(roomId, userId),
    /** @type {const} */ ([roomId, account.userId]),
  );
  const rang = await rings;
  await delay(RINGS_FOR);
  await callee.getByRole('button', { name: 'Answer', exact: true }).click();
  const answered = await callee.evaluate(() => window.elementBench.clicked);
  const seen = await callee.evaluate(() => window.elementBench.callee.firstFrame);
  times.add(`${kind}: answer → first frame, callee`, seen - answered);
  const seenThere = await caller.evaluate(() => window.elementBench.caller.screen.firstFrame);
  times.add(`${kind}: answer → first frame, caller`, seenThere - answered);

  await delay(TALKS_FOR);
  await longTasks.add(kind, 'ring', callee, rang, answered);
  await longTasks.add(kind, 'answer', callee, answered, seen);
  await longTasks.add(kind, 'talk', callee, seen, seen + TALKS_FOR);
  const marks = await callee.evaluate(() => window.elementBench.timeline.marks);
  for (const [name, at] of marks) if (at >= answered) stages[kind].add(name, at - answered);
  await hangup(line);
  if (kind === 'ours') {
    const counted = await callee.evaluate(() => window.elementBench.counts);
    for (const [name, count] of Object.entries(counted)) counts.add(name, count);
  }
}

/** @param {Line} line */
async function hangup({ caller, callee }) {
  const over = caller.evaluate(() => window.elementBench.caller.ended());
  await caller.evaluate(() => window.elementBench.caller.hangup());
  await over;
  await callee.evaluate(() => window.elementBench.callee.ended());
}

/** @param {Results} results */
function report({ times, stages, longTasks, counts }) {
  const heading = ['median', 'p25', 'p75', 'n'];
  for (const kind of /** @type {const} */ (['ours', 'engine'])) {
    const rows = stages[kind].rows().sort(([, a], [, b]) => Number(a) - Number(b));
    printTable([[`ms after the answer, ${kind}`, ...heading], ...rows]);
    console.log();
  }
  printTable([['ms', ...heading], ...times.rows()]);
  console.log();
  printTable([['of one call', ...heading], ...counts.rows()]);
  console.log();
  printTable(longTasks.rows());
  const sum = (/** @type {string} */ name) => counts.of(name).reduce((all, count) => all + count, 0);
  return {
    ours: times.median('ours: answer → first frame, callee'),
    engine: times.median('engine: answer → first frame, callee'),
    usable: times.median('script asked for → element usable'),
    renders: Math.round((sum('renders') / sum('changes')) * 100) / 100,
  };
}
