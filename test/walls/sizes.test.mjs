import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repository, runNode } from './run-tool.mjs';

const { code, output } = await runNode(
  [`${repository}test/support/house/size.mjs`],
  `${repository}test/walls/planted/size`,
);
const { size } = JSON.parse(output.trimEnd().split('\n').at(-1));

test('a budget of one byte fails the run', () => {
  assert.match(output, /tooLarge +\d+ of 1 bytes: TOO LARGE/);
  assert.equal(code, 1);
});

test('what is loaded later is not counted, what is imported is', () => {
  assert.ok(size.fits > 700 && size.fits < 2000, `counted ${size.fits} bytes`);
  assert.match(output, /fits +\d+ of 2000 bytes: fits/);
});

test('what is loaded with import() counts unless it is said to be later', () => {
  assert.match(output, /forgotten +\d+ of 2000 bytes: TOO LARGE/);
});

test('styles count as they ship, minified', () => {
  assert.match(output, /styled +\d+ of 150 bytes: fits/);
});
