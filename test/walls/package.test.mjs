import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import { repository, run, runNode } from './run-tool.mjs';

const planted = `${repository}test/walls/planted/package/`;

const publint = (directory) => run('publint', ['--strict'], directory);
const typesAreWrong = (directory) =>
  run('attw', ['--pack', '.', '--profile', 'esm-only', '--no-color'], directory);

/** Imports every door in Node, as server-side rendering does, where there is no page. */
function importDoors(directory) {
  const withCode = exported(directory).filter(({ code }) => code !== undefined);
  const doors = withCode.map(({ specifier }) => `await import('${specifier}');`);
  return runNode(['--input-type=module', '--eval', doors.join('\n')], directory);
}

function exported(directory) {
  const { name, exports } = JSON.parse(readFileSync(`${directory}package.json`, 'utf8'));
  return Object.entries(exports)
    .filter(([, target]) => typeof target === 'object')
    .map(([door, { types, default: code }]) => ({ specifier: name + door.slice(1), types, code }));
}

function declarationsNamingTheSdk(directory) {
  const folder = dirname(directory + exported(directory)[0].types);
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.d.ts'))
    .filter((file) => readFileSync(`${folder}/${file}`, 'utf8').search(/['"]matrix-js-sdk/) >= 0);
}

test('publint finds nothing', async () => {
  const { code, output } = await publint(repository);
  assert.equal(code, 0, output);
});

test('publint catches an export without a file', async () => {
  const { code, output } = await publint(planted);
  assert.equal(code, 1);
  assert.match(output, /gone\.js but the file does not exist/);
});

test('the types are right for every door', async () => {
  const { code, output } = await typesAreWrong(repository);
  assert.equal(code, 0, output);
});

test('types that do not resolve are caught', async () => {
  const { code, output } = await typesAreWrong(planted);
  assert.equal(code, 1);
  assert.match(output, /Internal resolution error/);
});

test('every door can be imported where there is no page', async () => {
  assert.ok(exported(repository).length >= 5);
  const { code, complaints } = await importDoors(repository);
  assert.equal(code, 0, complaints);
});

test('a door that touches the page when imported is caught', async () => {
  const { code, complaints } = await importDoors(planted);
  assert.notEqual(code, 0);
  assert.match(complaints, /document is not defined/);
});

test('only the door that registers the elements registers them', async () => {
  const registered = `console.log(customElements.get('famedly-call') !== undefined);`;
  const code = [
    "await import('famedly-calls/components');",
    registered,
    "await import('famedly-calls/define');",
    registered,
  ];
  const { output } = await runNode(['--input-type=module', '--eval', code.join('\n')], repository);
  assert.equal(output, 'false\ntrue\n');
});

test('the declarations do not need matrix-js-sdk', () => {
  assert.deepEqual(declarationsNamingTheSdk(repository), []);
});

test('a declaration that names matrix-js-sdk is caught', () => {
  assert.deepEqual(declarationsNamingTheSdk(planted), ['index.d.ts']);
});
