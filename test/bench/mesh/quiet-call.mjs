import { setTimeout as delay } from 'node:timers/promises';
import { join, leave, prepare, sees } from './people.mjs';
import { processorMeter } from './processor.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** ms: what a call does to begin with is over. */
const SETTLES = 6_000;
const MEASURED = 30_000;

/**
 * Four people who talk and do nothing else.
 * @param {import('./people.mjs').Group} group
 * @param {import('./requests.mjs').Requests} counter which has what was asked for in the meantime afterwards
 */
export async function quietCall({ people, roomId }, counter) {
  await prepare(people, roomId);
  await Promise.all(people.map(join));
  const othersOf = (/** @type {object} */ person) => people.filter((other) => other !== person);
  await Promise.all(people.map((person) => sees(person, othersOf(person))));
  await delay(SETTLES);
  counter.clear();
  const processor = await processorPerMinute(people.map(({ page }) => page));
  const minutes = MEASURED / 60_000;
  const requests = people.map(({ page }) => counter.of(page) / minutes);
  const kinds = people.flatMap(({ page }) =>
    counter.kindsOf(page).map(([name, count]) => /** @type {const} */ ([name, count / minutes])),
  );
  await leave(people);
  return { processor, requests, kinds };
}

/** The same media without Matrix and without an engine. @param {readonly Page[]} pages */
export async function bareCall(pages) {
  for (const [index, page] of pages.entries()) {
    for (const [other, otherPage] of pages.entries()) {
      if (other > index) await connect([String(index), page], [String(other), otherPage]);
    }
  }
  await Promise.all(pages.map((page) => page.evaluate(() => window.meshBench.bare.seesAll())));
  await delay(SETTLES);
  const processor = await processorPerMinute(pages);
  await Promise.all(pages.map((page) => page.evaluate(() => window.meshBench.bare.close())));
  return processor;
}

/** @param {[string, Page]} one @param {[string, Page]} other */
async function connect([name, page], [otherName, otherPage]) {
  const offer = await page.evaluate((to) => window.meshBench.bare.offer(to), otherName);
  const answer = await otherPage.evaluate(
    ([to, sdp]) => window.meshBench.bare.answer(to, sdp),
    /** @type {const} */ ([name, offer]),
  );
  await page.evaluate(
    ([from, sdp]) => window.meshBench.bare.take(from, sdp),
    /** @type {const} */ ([otherName, answer]),
  );
}

/** Processor seconds of a page: the mean, as all do the same. @param {readonly Page[]} pages */
async function processorPerMinute(pages) {
  const meters = await Promise.all(pages.map(processorMeter));
  await Promise.all(meters.map((meter) => meter.begin()));
  await delay(MEASURED);
  const all = await Promise.all(meters.map((meter) => meter.perMinute()));
  return all.reduce((sum, one) => sum + one, 0) / all.length;
}
