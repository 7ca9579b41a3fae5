import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export const WASM = '/pkg/matrix_sdk_crypto_wasm_bg.wasm';

/** A page that signs in as an element does, in chunks as a bundler of today makes them. */
export async function serveSignInPage(): Promise<{ url: string; close: () => void }> {
  const library = createRequire(import.meta.resolve('matrix-js-sdk')).resolve(
    '@matrix-org/matrix-sdk-crypto-wasm',
  );
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2023',
    outdir: '/',
    write: false,
    define: { global: 'globalThis' },
    logLevel: 'error',
  });
  const html =
    '<!doctype html><link rel="icon" href="data:," /><script type="module" src="page.js"></script>';
  const files = new Map<string, [type: string, body: string | Uint8Array]>([
    ['/', ['text/html', html]],
    [WASM, ['application/wasm', await readFile(join(dirname(library), 'pkg', basename(WASM)))]],
    ...outputFiles.map(
      ({ path, contents }) => [path, ['text/javascript', contents]] as [string, [string, Uint8Array]],
    ),
  ]);
  const server = createServer((request, response) => {
    const [type, body] = files.get(request.url ?? '') ?? [];
    if (type === undefined) response.writeHead(404).end();
    else response.setHeader('content-type', type).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
