import { setTimeout as delay } from 'node:timers/promises';

/** Longer than anything here takes: a call that never gets through ends the run. */
const PATIENCE = 30_000;

/** Each round begins with another part, so that none always follows the same. @param {(() => Promise<void>)[]} parts @param {number} number */
export async function round(parts, number) {
  for (let turn = 0; turn < parts.length; turn += 1) {
    await inTime(parts[(number + turn) % parts.length]?.());
  }
}

/** @param {Promise<void> | undefined} work */
async function inTime(work) {
  const over = new AbortController();
  const patience = delay(PATIENCE, undefined, { signal: over.signal }).then(() => {
    throw new Error('A call or a message did not get through');
  });
  await Promise.race([work, patience]).finally(() => over.abort());
}
