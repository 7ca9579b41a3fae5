import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const repository = fileURLToPath(new URL('../../../', import.meta.url));

/** What a command prints, with both streams in one text; rejects where it fails. */
export async function run(command: string, args: string[], cwd: string): Promise<string> {
  const { stdout, stderr } = await promisify(execFile)(command, args, { cwd, maxBuffer: 2 ** 26 });
  return stdout + stderr;
}

/** The package as npm would install it: built, packed, and unpacked far from this repository's own packages. */
export async function packPackage(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'famedly-calls-packed-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await run('npm', ['run', 'build'], repository);
    await run('npm', ['pack', '--pack-destination', folder], repository);
    await run('sh', ['-c', 'tar -xzf *.tgz --strip-components=1 && rm *.tgz'], folder);
  } catch (error) {
    await remove();
    throw error;
  }
  return { folder, remove };
}

/** The examples beside it, with everything that their lockfile names. */
export async function installExamples(packed: string): Promise<string> {
  const examples = join(packed, 'examples');
  const filter = (source: string) => !/[\\/](node_modules|dist)$/.test(source);
  await cp(join(repository, 'examples'), examples, { recursive: true, filter });
  await run('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund'], examples);
  return examples;
}
