import { randomInt } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A port of 127.0.0.1 that nobody uses, TCP and UDP. It lies below the range from which the kernel takes ports for
 * outgoing connections, so that a server that is stopped gets the same port again.
 */
export async function freePort() {
  for (;;) {
    const port = randomInt(20_000, 32_000);
    if ((await isFreeForTcp(port)) && (await isFreeForUdp(port))) return port;
  }
}

/** @param {number} port */
async function isFreeForTcp(port) {
  const server = createServer();
  return opens(server, () => server.listen(port, '127.0.0.1'));
}

/** @param {number} port */
async function isFreeForUdp(port) {
  const socket = createSocket('udp4');
  return opens(socket, () => socket.bind(port, '127.0.0.1'));
}

/**
 * @param {import('node:net').Server | import('node:dgram').Socket} listener
 * @param {() => void} listen
 */
async function opens(listener, listen) {
  const listening = once(listener, 'listening');
  listen();
  try {
    await listening;
  } catch {
    return false;
  }
  const closed = once(listener, 'close');
  listener.close();
  await closed;
  return true;
}
