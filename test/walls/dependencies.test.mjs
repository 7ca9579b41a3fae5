import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { repository, run } from './run-tool.mjs';

const config = `${repository}.dependency-cruiser.cjs`;
const folders = ['src', 'components', 'demo', 'test'];

/** What stands in a planted file and the rules that must catch it; every other planted file must pass. */
const planted = {
  'components/attention/reaches-engine-link.ts': ['element-room-attention'],
  'components/call/reaches-group.ts': ['element-room-call'],
  'components/engine-link/reaches-call.ts': ['element-room-engine-link'],
  'components/engine-link/reaches-inside.ts': ['engine-link-uses-two-doors'],
  'components/engine-link/reaches-sdk.ts': ['matrix-js-sdk-for-signing-in'],
  'components/group-call/reaches-call.ts': ['element-room-group-call'],
  'components/locales/reaches-theme.ts': ['element-room-locales'],
  'components/parts/tile/reaches-adapter.ts': ['engine-link-brings-the-adapter'],
  'components/parts/tile/reaches-call.ts': ['element-room-parts'],
  'components/parts/tile/reaches-engine.ts': ['parts-know-no-engine'],
  'components/parts/tile/reaches-engine-link.ts': ['element-room-parts'],
  'components/reaches-inside.ts': ['components-use-the-door'],
  'components/theme/reaches-parts.ts': ['element-room-theme'],
  'demo/reaches-inside.ts': ['demo-is-a-customer'],
  'src/call/reaches-matrix.ts': ['room-call'],
  'src/call/reaches-media.ts': ['room-call'],
  'src/call/takes-the-clock.ts': ['pure-rooms-get-their-ports'],
  'src/circle-one.ts': ['no-circles'],
  'src/foundation/reaches-up.ts': ['room-foundation'],
  'src/group-call/reaches-call.ts': ['room-group-call'],
  'src/matrix/client/reaches-memory.ts': ['adapters-apart'],
  'src/matrix/client/reaches-sdk.ts': ['matrix-js-sdk-for-signing-in'],
  'src/matrix/reaches-media.ts': ['room-matrix'],
  'src/media/reaches-matrix.ts': ['room-media'],
  'src/reaches-demo.ts': ['nobody-imports-the-demo'],
  'src/reaches-door.ts': ['voip-below-index'],
  'src/reaches-elements.ts': ['engine-knows-no-elements'],
  'src/reaches-lit.ts': ['no-lit-in-the-engine', 'only-declared-packages'],
  'src/reaches-node.ts': ['only-declared-packages'],
  'src/reaches-nothing.ts': ['everything-resolves', 'only-declared-packages'],
  'src/reaches-tests.ts': ['nobody-imports-tests'],
  'src/reaches-tools.ts': ['only-declared-packages'],
  'src/session/reaches-adapter.ts': ['adapters-are-handed-in'],
  'src/session/reaches-voip.ts': ['room-session'],
  'src/signalling/reaches-up.ts': ['room-signalling'],
};

async function cruise(directory) {
  const there = folders.filter((folder) => existsSync(directory + folder));
  const { output } = await run(
    'depcruise',
    ['--config', config, '--output-type', 'json', ...there],
    directory,
  );
  const caught = {};
  for (const { from, rule } of JSON.parse(output).summary.violations) (caught[from] ??= []).push(rule.name);
  return caught;
}

test('the rooms import only what they may', async () => {
  assert.deepEqual(await cruise(repository), {});
});

const caught = await cruise(`${repository}test/walls/planted/rooms/`);

for (const [file, rules] of Object.entries(planted)) {
  test(`${rules.join(' and ')} catches ${file}`, () => {
    assert.deepEqual(caught[file]?.toSorted(), rules);
  });
}

test('nothing else in the planted tree is caught', () => {
  assert.deepEqual(Object.keys(caught).toSorted(), Object.keys(planted).toSorted());
});

test('every rule has a planted violation', () => {
  const rules = createRequire(import.meta.url)(config).forbidden.map(({ name }) => name);
  assert.deepEqual([...new Set(Object.values(planted).flat())].toSorted(), rules.toSorted());
});
