import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export type LibraryPackage = 'matrix-js-sdk' | 'matrix-js-sdk-oldest';

export interface ContractPage {
  readonly url: string;
  close(): void;
}

/** The page in which the contract is checked, with the library in the version that is installed as `library`. */
export async function serveContractPage(library: LibraryPackage): Promise<ContractPage> {
  const require = createRequire(import.meta.url);
  const crypto = createRequire(require.resolve(library)).resolve('@matrix-org/matrix-sdk-crypto-wasm');
  const wasm = join(dirname(crypto), 'pkg', 'matrix_sdk_crypto_wasm_bg.wasm');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    target: 'es2023',
    write: false,
    alias: { 'matrix-js-sdk': library },
    define: { global: 'globalThis' },
    logLevel: 'error',
  });
  const files = new Map<string, [type: string, body: string | Uint8Array]>([
    [
      '/',
      ['text/html', '<!doctype html><title>Contract</title><script type="module" src="page.js"></script>'],
    ],
    ['/page.js', ['text/javascript', outputFiles[0]!.contents]],
    // Where the bundled crypto library looks for it.
    ['/pkg/matrix_sdk_crypto_wasm_bg.wasm', ['application/wasm', await readFile(wasm)]],
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
