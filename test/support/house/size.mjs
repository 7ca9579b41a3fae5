import { readFile } from 'node:fs/promises';
import { measure } from './measure.mjs';

/** What a page does with the package in this folder, and the most bytes that it may fetch for it. */
const uses = JSON.parse(await readFile('size-budgets.json', 'utf8'));

const size = {};
for (const [use, { sources, budget }] of Object.entries(uses)) {
  size[use] = await measure(sources, process.cwd());
  const verdict = size[use] > budget ? 'TOO LARGE' : 'fits';
  console.log(`${use.padEnd(24)} ${String(size[use]).padStart(6)} of ${budget} bytes: ${verdict}`);
  if (size[use] > budget) process.exitCode = 1;
}
console.log(JSON.stringify({ size }));
