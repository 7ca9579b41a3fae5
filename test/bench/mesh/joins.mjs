import { join, leave, prepare, sees } from './people.mjs';

/** @typedef {import('./people.mjs').Group} Group */
/** @typedef {import('./people.mjs').Person} Person */
/** @typedef {import('../samples.mjs').Samples} Samples */
/** @typedef {import('./requests.mjs').Requests} Requests */

/** Who comes invites those who are there, or is invited by them: it depends on their ids. */
export const WAYS = /** @type {const} */ (['invites', 'is invited']);

/**
 * People join one after the other: each time it is measured how long it takes the one who comes.
 * @param {Group} group
 * @param {(typeof WAYS)[number]} way
 * @param {{ times: Samples, requests: Samples, kinds: Samples, counter: Requests }} results
 */
export async function joins({ people, roomId }, way, { times, requests, kinds, counter }) {
  const order = way === 'invites' ? people.toReversed() : people;
  const [first, ...later] = /** @type {[Person, ...Person[]]} */ (order);
  await prepare(order, roomId);
  await join(first);
  /** @type {Person[]} */
  const inside = [first];
  for (const person of later) {
    await counter.calm();
    counter.clear();
    const began = await join(person);
    const [frames, ...seen] = await Promise.all([
      sees(person, inside),
      ...inside.map((other) => sees(other, [person])),
    ]);
    inside.push(person);
    const name = `${inside.length} people, the newcomer ${way}`;
    times.add(`${name}: first remote frame`, Math.min(...frames) - began);
    times.add(`${name}: all remote frames`, Math.max(...frames) - began);
    times.add(`${name}: seen by all`, Math.max(...seen.flat()) - began);
    requests.add(`${name}: requests of the newcomer`, counter.of(person.page));
    if (later.length === inside.length - 1)
      for (const [kind, count] of counter.kindsOf(person.page)) kinds.add(`${way}: ${kind}`, count);
    const ofOthers = inside.slice(0, -1).map(({ page }) => counter.of(page));
    requests.add(`${name}: requests of each other`, Math.max(...ofOthers));
  }
  await leave(order);
}
