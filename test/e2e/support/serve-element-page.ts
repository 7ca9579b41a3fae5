import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const WASM = '/pkg/matrix_sdk_crypto_wasm_bg.wasm';
const STYLE =
  'html,body{margin:0;block-size:100%;color-scheme:light}famedly-call,iframe{display:block;block-size:100vh;inline-size:100%;border:0}';
const page = (body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8" /><title>A page with calls</title><link rel="icon" href="data:," /><style>${STYLE}</style>${body}`;

export interface ElementPages {
  /** The page with the element in it. */
  readonly url: string;
  /** A page of another origin that shows it in a frame, and allows the frame nothing. */
  readonly framedUrl: string;
  readonly close: () => void;
}

/** A page with one element, in chunks as a bundler makes them: the crypto library is fetched by those who encrypt. */
export async function serveElementPage(): Promise<ElementPages> {
  const files = await bundle();
  const server = createServer((request, response) => {
    const [type, body] = files.get(request.url ?? '') ?? [];
    if (type === undefined) response.writeHead(404).end();
    else response.setHeader('content-type', type).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  files.set('/framed', ['text/html', page(`<iframe src="http://localhost:${port}/"></iframe>`)]);
  return {
    url: `http://localhost:${port}/`,
    framedUrl: `http://127.0.0.1:${port}/framed`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bundle(): Promise<Map<string, [type: string, body: string | Uint8Array]>> {
  const library = createRequire(import.meta.resolve('matrix-js-sdk')).resolve(
    '@matrix-org/matrix-sdk-crypto-wasm',
  );
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('element-page.ts', import.meta.url))],
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2023',
    outdir: '/',
    write: false,
    define: { global: 'globalThis' },
    logLevel: 'error',
  });
  return new Map<string, [type: string, body: string | Uint8Array]>([
    ['/', ['text/html', page('<script type="module" src="element-page.js"></script>')]],
    [WASM, ['application/wasm', await readFile(join(dirname(library), 'pkg', basename(WASM)))]],
    ...outputFiles.map(
      ({ path, contents }) => [path, ['text/javascript', contents]] as [string, [string, Uint8Array]],
    ),
  ]);
}
