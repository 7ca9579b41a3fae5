import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repository, run } from './run-tool.mjs';

const config = ['--config', `${repository}knip.json`, '--no-progress', '--no-config-hints'];

test('no file, export or dependency is unused', async () => {
  const { code, output } = await run('knip', config, repository);
  assert.equal(code, 0, output);
});

test('an unused file, export, type and dependency are caught', async () => {
  const planted = `${repository}test/walls/planted/unused`;
  const { code, output } = await run('knip', [...config, '--reporter', 'compact'], planted);
  assert.equal(code, 1);
  for (const unused of ['src/unused-file.ts', 'unusedExport', 'UnusedType', 'valibot', 'rollup']) {
    assert.match(output, new RegExp(unused));
  }
});
