import { setTimeout as delay } from 'node:timers/promises';
import { createDirectRoom } from '../../support/servers/accounts-and-rooms.mjs';
import { startServers } from '../../support/servers/start-servers.mjs';
import { round } from '../round.mjs';
import { printTable, Samples } from '../samples.mjs';
import { bundlePage, expectPainted, openBrowser } from '../windows.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ kind: 'ours' | 'matrixcall', caller: Page, callee: Page, roomId: string, calleeId: string }} Pair */

const ROUNDS = 12;
/** A person does not answer at once: all that goes on while it rings is over by then, for everybody. */
const RINGS_FOR = 1_500;

/** What makes a bare pair faster; the better one is the limit. */
const STARTS = {
  'bare pair, half the resolution': { scaleResolutionDownBy: 2 },
  'bare pair, start bitrate': { bitrate: 1000 },
};

/** How long it takes from answering to the first picture, for us, for matrix-js-sdk and without a network. */
export async function bench() {
  const servers = await startServers();
  const windows = await openBrowser(await bundlePage(new URL('page/page.ts', import.meta.url)));
  try {
    const ours = await openPair('ours', servers, windows);
    const library = await openPair('matrixcall', servers, windows);
    const alone = await windows.open();
    await expectPainted([ours.caller, ours.callee, library.caller, library.callee, alone]);

    const samples = new Samples();
    const stages = { ours: new Samples(), matrixcall: new Samples() };
    const parts = [
      () => call(ours, samples, stages.ours),
      () => call(library, samples, stages.matrixcall),
      () => barePairs(alone, samples),
      () => hop(ours, samples),
    ];
    await round(parts, 0);
    samples.clear();
    stages.ours.clear();
    stages.matrixcall.clear();
    for (let number = 1; number <= ROUNDS; number += 1) await round(parts, number);
    return report(samples, stages);
  } finally {
    await windows.close();
    await servers.stop();
  }
}

/**
 * @param {Pair['kind']} kind
 * @param {import('../../support/servers/start-servers.mjs').Servers} servers
 * @param {import('../windows.mjs').Windows} windows
 * @returns {Promise<Pair>}
 */
async function openPair(kind, servers, windows) {
  const accounts = [await servers.registerUser('Alice'), await servers.registerUser('Bob')];
  const [alice, bob] = /** @type {[(typeof accounts)[0], (typeof accounts)[0]]} */ (accounts);
  const roomId = await createDirectRoom(alice, bob);
  const [caller, callee] = await Promise.all(
    [alice, bob].map(async (account) => {
      const page = await windows.open();
      await page.evaluate(
        ([kind, login]) => window.bench.install(kind, login),
        /** @type {const} */ ([kind, account]),
      );
      return page;
    }),
  );
  return {
    kind,
    caller: /** @type {Page} */ (caller),
    callee: /** @type {Page} */ (callee),
    roomId,
    calleeId: bob.userId,
  };
}

/** @param {Pair} pair @param {Samples} samples @param {Samples} stages */
async function call({ kind, caller, callee, roomId, calleeId }, samples, stages) {
  const sides = { callee, caller };
  await Promise.all([caller, callee].map((page) => page.evaluate(() => window.bench.timeline.clear())));
  const rings = callee.evaluate(() => window.bench.phone.rings());
  const placed = await caller.evaluate(([roomId, userId]) => {
    const began = window.bench.now();
    window.bench.phone.place(roomId, userId);
    return began;
  }, /** @type {const} */ ([roomId, calleeId]));
  samples.add(`${kind}: placing → ringing`, (await rings) - placed);

  await delay(RINGS_FOR);
  const answered = await callee.evaluate(() => {
    const began = window.bench.now();
    window.bench.phone.answer();
    return began;
  });
  const frames = [];
  for (const [side, page] of Object.entries(sides)) {
    const frame = (await page.evaluate(() => window.bench.phone.screen.firstFrame)) - answered;
    samples.add(`${kind}: answer → first frame, ${side}`, frame);
    frames.push(frame);
    const marks = await page.evaluate(() => window.bench.timeline.marks);
    for (const [name, at] of marks) if (at >= answered) stages.add(`${side}: ${name}`, at - answered);
  }
  samples.add(`${kind}: answer → first frame, slower side`, Math.max(...frames));

  await caller.evaluate(() => window.bench.phone.hangup());
  await Promise.all([caller, callee].map((page) => page.evaluate(() => window.bench.phone.ended())));
}

/** @param {Page} page @param {Samples} samples */
async function barePairs(page, samples) {
  for (const [name, start] of Object.entries(STARTS)) {
    samples.add(name, await page.evaluate((start) => window.bench.connectBarePair(start), start));
  }
}

/** @param {Pair} pair @param {Samples} samples */
async function hop({ caller, callee, roomId }, samples) {
  const arrives = callee.evaluate(() => window.bench.hopArrives());
  const sent = await caller.evaluate((roomId) => window.bench.sendHop(roomId), roomId);
  samples.add('hop', (await arrives) - sent);
}

/** @param {Samples} samples @param {Record<Pair['kind'], Samples>} stages */
function report(samples, stages) {
  const heading = ['median', 'p25', 'p75', 'n'];
  for (const kind of /** @type {const} */ (['ours', 'matrixcall'])) {
    const rows = stages[kind].rows().sort(([, a], [, b]) => Number(a) - Number(b));
    printTable([[`ms after the answer, ${kind}`, ...heading], ...rows]);
    console.log();
  }
  printTable([['ms', ...heading], ...samples.rows()]);
  return {
    ours: samples.median('ours: answer → first frame, slower side'),
    matrixcall: samples.median('matrixcall: answer → first frame, slower side'),
    limit: Math.min(...Object.keys(STARTS).map((name) => samples.median(name))),
    hop: samples.median('hop'),
    ring: samples.median('ours: placing → ringing'),
  };
}
