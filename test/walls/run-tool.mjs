import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../', import.meta.url));

/** Runs one of the pinned tools in `directory` and answers what it said and how it ended. */
export function run(tool, args, directory) {
  return new Promise((resolve) => {
    const options = { cwd: directory, maxBuffer: 64 * 1024 * 1024 };
    execFile(`${repository}node_modules/.bin/${tool}`, args, options, (error, output, complaints) => {
      resolve({ code: error ? error.code : 0, output, complaints });
    });
  });
}
