import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './examples/fixtures.ts';
import { run } from './examples/packed-package.ts';

interface Check {
  readonly command: (folder: string) => readonly [tool: string, ...args: string[]];
  readonly file: string;
  /** What is written there, what would be wrong in its place, and what the compiler says then. */
  readonly wrong: readonly (readonly [right: string, wrong: string, message: RegExp])[];
}

const NO_NUMBER = /Type 'number' is not assignable to type 'string/;
const NO_CAUSE = /Property 'cause' does not exist on type/;
const tsc = (folder: string) => ['tsc', '-p', folder] as const;

// Compilers take their time where others work on the same machine.
test.setTimeout(180_000);

const checks: Record<string, Check> = {
  typescript: {
    command: tsc,
    file: 'main.ts',
    wrong: [
      ['call.roomId = roomId', 'call.roomId = 5', NO_NUMBER],
      ['detail.reason', 'detail.cause', NO_CAUSE],
    ],
  },
  'engine-only': {
    command: tsc,
    file: 'main.ts',
    wrong: [["roomId, 'video'", "roomId, 'fax'", /'"fax"' is not assignable to .* 'CallType'/]],
  },
  react: {
    command: tsc,
    file: 'main.tsx',
    wrong: [
      ['roomId={roomId}', 'roomId={5}', NO_NUMBER],
      ['detail.reason', 'detail.cause', NO_CAUSE],
    ],
  },
  vue: {
    command: (folder) => ['vue-tsc', '-p', folder],
    file: 'App.vue',
    wrong: [
      [':room-id="roomId"', ':room-id="5"', NO_NUMBER],
      ['detail.reason', 'detail.cause', NO_CAUSE],
    ],
  },
  svelte: {
    command: (folder) => ['svelte-check', '--workspace', folder, '--tsconfig', './tsconfig.json'],
    file: 'App.svelte',
    wrong: [
      ['{roomId}', 'roomId={5}', NO_NUMBER],
      ['detail.reason', 'detail.cause', NO_CAUSE],
    ],
  },
  angular: {
    command: (folder) => ['ngc', '-p', folder, '--noEmit'],
    file: 'main.ts',
    wrong: [
      [
        '(famedly-call-start)="started($event)"',
        '(famedly-call-start)="ended($event)"',
        /'FamedlyCallStartEvent' is not assignable to parameter of type 'FamedlyCallEndEvent'/,
      ],
    ],
  },
};

test('the declarations of the package hold, beside those of the frameworks', async ({ examples }) => {
  const types = ['react', 'svelte', 'vue'].map((door) => `famedly-calls/${door}`).join();
  const args = ['-p', 'react', '--skipLibCheck', 'false', '--types', `vite/client,${types}`];
  await run(join(examples, 'node_modules/.bin/tsc'), args, examples);
});

for (const [name, { command, file, wrong }] of Object.entries(checks)) {
  test(`${name}: what it sets and hears has types`, async ({ examples }) => {
    const check = (folder: string) => {
      const [tool, ...args] = command(folder);
      return run(join(examples, 'node_modules/.bin', tool), args, examples);
    };
    await check(name);

    const planted = `${name}-wrong`;
    await cp(join(examples, name), join(examples, planted), { recursive: true });
    const path = join(examples, planted, file);
    let code = await readFile(path, 'utf8');
    for (const [right, mistake] of wrong) {
      expect(code).toContain(right);
      code = code.replace(right, mistake);
    }
    await writeFile(path, code);
    const said = await check(planted).catch((error: unknown) => {
      const { stdout, stderr } = error as { stdout: string; stderr: string };
      return stdout + stderr;
    });
    for (const [, , message] of wrong) expect(said).toMatch(message);
  });
}
