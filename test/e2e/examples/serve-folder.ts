import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.tflite': 'application/octet-stream',
};

export interface Served {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly close: () => void;
}

/** Serves a folder, or what `read` makes of a path, on a port of localhost: an origin of its own. */
export async function serve(
  source: string | ((path: string) => Promise<string | Uint8Array>),
  headers: Record<string, string>,
): Promise<Served> {
  const read = typeof source === 'string' ? (path: string) => readFile(join(source, path)) : source;
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/favicon.ico') return void response.writeHead(204).end();
    const path = pathname === '/' ? '/index.html' : pathname;
    read(path).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[extname(path)], ...headers }).end(body),
      () => response.writeHead(404, headers).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A strict policy; `more` adds sources to what it allows already. */
export function strictPolicy(more: Record<string, string> = {}): Record<string, string> {
  const allowed: Record<string, string> = {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'img-src': "'self' blob:",
    'media-src': 'blob:',
  };
  const directives = Object.entries(allowed).map(([name, sources]) =>
    [name, sources, more[name]].filter(Boolean).join(' '),
  );
  return { 'content-security-policy': directives.join('; ') };
}
