import { createRoom } from '../../support/servers/accounts-and-rooms.mjs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ page: Page, account: import('../../support/servers/accounts-and-rooms.mjs').Account, participant: string }} Person */
/** @typedef {{ people: readonly Person[], roomId: string }} Group */

/** In the order of their ids: each invites those behind them. */
const NAMES = ['Alice', 'Bob', 'Carol', 'Dave'];

/**
 * Four people in one room, each in a window of their own.
 * @param {import('../../support/servers/start-servers.mjs').Servers} servers
 * @param {import('../windows.mjs').Windows} windows
 * @returns {Promise<Group>}
 */
export async function openGroup(servers, windows) {
  const accounts = [];
  for (const name of NAMES) accounts.push(await servers.registerUser(name));
  const [creator, ...others] = /** @type {[(typeof accounts)[0], ...typeof accounts]} */ (accounts);
  const roomId = await createRoom(creator, others);
  const people = [];
  for (const account of accounts) {
    const page = await windows.open();
    await page.evaluate((login) => window.meshBench.install(login), account);
    people.push({ page, account, participant: `${account.userId}:${account.deviceId}` });
  }
  return { people, roomId };
}

/** @param {readonly Person[]} people @param {string} roomId */
export async function prepare(people, roomId) {
  await Promise.all(
    people.map(({ page }) => page.evaluate((roomId) => window.meshBench.phone.prepare(roomId), roomId)),
  );
}

/** When it was asked for. @param {Person} person @returns {Promise<number>} */
export function join({ page }) {
  return page.evaluate(() => window.meshBench.phone.join());
}

/**
 * When the first picture of each of the others was there.
 * @param {Person} person @param {readonly Person[]} others @returns {Promise<number[]>}
 */
export function sees({ page }, others) {
  const participants = others.map(({ participant }) => participant);
  return page.evaluate((participants) => window.meshBench.phone.sees(participants), participants);
}

/** All at once; the call is over for everybody afterwards. @param {readonly Person[]} people */
export async function leave(people) {
  await Promise.all(people.map(({ page }) => page.evaluate(() => window.meshBench.phone.leave())));
}
