import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** The copy that belongs to matrix-js-sdk, wherever npm has put it. */
const cryptoLibrary = createRequire(import.meta.resolve('matrix-js-sdk')).resolve(
  '@matrix-org/matrix-sdk-crypto-wasm',
);
const cryptoWasm = join(dirname(cryptoLibrary), 'pkg', 'matrix_sdk_crypto_wasm_bg.wasm');

/** Bundles the test page once for the run and serves it on a port of localhost, where pages may use the camera. */
export default async function servePage(): Promise<() => void> {
  const files = new Map([
    ['/', { type: 'text/html', body: await readFile(here('page.html')) }],
    ['/page.js', { type: 'text/javascript', body: await bundle(here('page.ts')) }],
    // Where the bundle looks for the engine's worker: beside itself.
    [
      '/timer-worker.ts',
      {
        type: 'text/javascript',
        body: await bundle(here('../../../src/session/timer-worker.ts')),
      },
    ],
    // Where the bundled crypto library looks for it: beside the script, under pkg/.
    ['/pkg/matrix_sdk_crypto_wasm_bg.wasm', { type: 'application/wasm', body: await readFile(cryptoWasm) }],
  ]);
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? '');
    if (file) response.setHeader('content-type', file.type).end(file.body);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  process.env['E2E_PAGE'] = `http://localhost:${port}/`;
  return () => {
    server.closeAllConnections();
    server.close();
  };
}

async function bundle(entry: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    target: 'es2023',
    write: false,
    define: { global: 'globalThis' },
    logLevel: 'error',
  });
  return outputFiles[0]!.contents;
}
