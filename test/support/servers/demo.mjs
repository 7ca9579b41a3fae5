import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const demo = fileURLToPath(new URL('../../../demo/serve.mjs', import.meta.url));

/**
 * What `npm start` starts.
 * @returns {Promise<{ address: string, stop: () => void }>}
 */
export function startDemo() {
  const server = spawn(process.execPath, [demo], { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let printed = '';
    server.stdout.on('data', (/** @type {Buffer} */ text) => {
      printed += text.toString();
      const [address] = /http:\S+/.exec(printed) ?? [];
      if (address !== undefined) resolve({ address, stop: () => void server.kill() });
    });
    server.stdout.on('end', () => reject(new Error(`The demo did not start: ${printed}`)));
  });
}
