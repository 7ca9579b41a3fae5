// Builds the demo and serves it on this machine, where pages may use camera and microphone.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { buildDemo } from './build.mjs';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** As strict as a page with calls can be; a homeserver may be anywhere. */
const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "worker-src 'self'",
  'media-src blob:',
  'connect-src *',
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

console.log('Building the demo …');
const folder = await buildDemo();

const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  const path = normalize(decodeURIComponent(pathname === '/' ? '/index.html' : pathname));
  try {
    const body = await readFile(join(folder, path));
    const type = types[extname(path)] ?? 'application/octet-stream';
    response.writeHead(200, {
      'content-type': type,
      'cache-control': 'no-store',
      'content-security-policy': policy,
    });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});

/** The first port from here on that is free. */
async function listen(port) {
  try {
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', resolve);
    });
    return port;
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    return listen(port + 1);
  } finally {
    server.removeAllListeners('error');
  }
}

const port = await listen(5173);
console.log(`The demo is at http://localhost:${port}/  (Ctrl-C ends it)`);
