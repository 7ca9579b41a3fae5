import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { marks } from './marks.mjs';
import { repository, run } from './run-tool.mjs';

const pureRooms = ['call', 'group-call', 'signalling', 'foundation'].map((room) => `src/${room}/`);

test('the compiler refuses the DOM in a pure room', async () => {
  const planted = `${repository}test/walls/planted/types/`;
  const { output } = await run('tsc', ['-p', 'tsconfig.json', '--pretty', 'false'], planted);
  const refused = [...output.matchAll(/^src\/call\/dom\.ts\((\d+),\d+\): error (TS\d+)/gm)];
  assert.deepEqual(
    refused.map(([, line, code]) => `${line} ${code}`).toSorted(),
    marks(`${planted}src/call/dom.ts`),
  );
});

test('every file of the pure rooms is compiled without the DOM', async () => {
  const { output } = await run('tsc', ['-p', 'tsconfig.pure.json', '--listFilesOnly'], repository);
  const compiled = new Set(output.split('\n').filter((file) => file.startsWith(repository)));
  const files = pureRooms.flatMap((room) => filesBelow(repository + room));
  assert.ok(files.length > 0);
  assert.deepEqual(
    files.filter((file) => !compiled.has(file)),
    [],
  );
});

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => folder + file);
}
