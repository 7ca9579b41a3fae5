import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { readmeExampleCode } from '../support/house/readme-example.mjs';
import { repository, run } from './run-tool.mjs';

const code = await readmeExampleCode();

test('the example in the README has at most twenty lines', () => {
  assert.ok(code.trim().split('\n').length <= 20);
});

test('the example in the README compiles', async () => {
  const folder = `${repository}.cache/readme-example`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/example.ts`, code);
  const config = { extends: '../../test/tsconfig.json', include: ['.'], exclude: [] };
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(config));
  const { code: ended, output } = await run('tsc', ['-p', folder], repository);
  rmSync(folder, { recursive: true });
  assert.equal(ended, 0, output);
});
