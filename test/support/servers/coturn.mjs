import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from './free-port.mjs';
import { findTurnserver, missingLine } from './programs.mjs';

/** @param {import('./run-folder.mjs').RunFolder} folder */
export async function startCoturn(folder) {
  const command = findTurnserver();
  if (!command) throw new Error(missingLine('coturn'));
  const port = await freePort();
  const secret = randomBytes(16).toString('hex');
  const settingsFile = join(folder.path, 'turnserver.conf');
  const settings = [
    'listening-ip=127.0.0.1',
    'relay-ip=127.0.0.1',
    `listening-port=${port}`,
    'use-auth-secret',
    `static-auth-secret=${secret}`,
    'realm=calls.test',
    'allow-loopback-peers',
    'no-cli',
    'no-tls',
    'no-dtls',
    'no-rfc5780',
    `userdb=${join(folder.path, 'turndb')}`,
    `pidfile=${join(folder.path, 'turnserver.pid')}`,
    'log-file=stdout',
  ];
  writeFileSync(settingsFile, settings.join('\n'), { mode: 0o600 });
  const args = ['-c', settingsFile];
  const server = await folder.start({ name: 'coturn', command, args, answers: () => answersStun(port) });
  const uris = ['udp', 'tcp'].map((transport) => `turn:127.0.0.1:${port}?transport=${transport}`);
  return { server, uris, secret };
}

/** Asks once for a binding (RFC 5389 §7.1). @param {number} port @returns {Promise<boolean>} */
function answersStun(port) {
  const request = Buffer.alloc(20);
  request.writeUInt16BE(0x0001, 0);
  request.writeUInt32BE(0x2112a442, 4);
  randomBytes(12).copy(request, 8);
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    /** @param {boolean} answered */
    const finish = (answered) => {
      clearTimeout(impatience);
      socket.close();
      resolve(answered);
    };
    const impatience = setTimeout(() => finish(false), 100);
    socket.once('message', () => finish(true));
    socket.once('error', () => finish(false));
    socket.connect(port, '127.0.0.1', () => socket.send(request));
  });
}
