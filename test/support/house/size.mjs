import { readFile } from 'node:fs/promises';
import { measure } from './measure.mjs';

/**
 * What a page does with the package in this folder: from which sources, the workers that it starts, what of it is loaded
 * `later` than that, and the most bytes that it may fetch. Whatever else is loaded with `import()` counts.
 */
const uses = JSON.parse(await readFile('size-budgets.json', 'utf8'));

const size = {};
for (const [use, { sources, later, workers = [], budget }] of Object.entries(uses)) {
  const bundles = [{ sources, later }, ...workers.map((worker) => ({ sources: [worker] }))];
  const fetched = await Promise.all(bundles.map((bundle) => measure(bundle, process.cwd())));
  size[use] = fetched.reduce((sum, bytes) => sum + bytes);
  const verdict = size[use] > budget ? 'TOO LARGE' : 'fits';
  console.log(`${use.padEnd(24)} ${String(size[use]).padStart(6)} of ${budget} bytes: ${verdict}`);
  if (size[use] > budget) process.exitCode = 1;
}
console.log(JSON.stringify({ size }));
