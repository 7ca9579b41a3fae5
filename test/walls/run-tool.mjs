import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Runs one of the pinned tools in `directory` and answers what it said and how it ended. */
export function run(tool, args, directory) {
  return execute(`${repository}node_modules/.bin/${tool}`, args, directory);
}

export function runNode(args, directory) {
  return execute(process.execPath, args, directory);
}

function execute(program, args, cwd) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
  const options = { cwd, env, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(program, args, options, (error, output, complaints) => {
      resolve({ code: error ? error.code : 0, output, complaints });
    });
  });
}
