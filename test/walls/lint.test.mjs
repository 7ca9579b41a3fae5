import assert from 'node:assert/strict';
import { relative } from 'node:path';
import { test } from 'node:test';
import { ESLint } from 'eslint';
import { marks } from './marks.mjs';
import { repository } from './run-tool.mjs';

const cwd = `${repository}test/walls/planted/lint`;
const eslint = new ESLint({ cwd, overrideConfigFile: `${repository}eslint.config.js` });

for (const { filePath, messages } of await eslint.lintFiles(['src', 'components', 'test'])) {
  const file = relative(cwd, filePath);
  const refused = new Set(messages.map(({ line, ruleId }) => `${line} ${ruleId}`));
  const expected = marks(filePath);
  test(`lint refuses what is planted in ${file}, ${expected.length} times`, () => {
    assert.deepEqual([...refused].toSorted(), expected);
  });
}
