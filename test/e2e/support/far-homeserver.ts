import { createServer, connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** ms that everything takes, each way. */
const WAY = 60;

/** The same homeserver at another address, from which it is far away. */
export async function farHomeserver(homeserverUrl: string): Promise<{ url: string; close: () => void }> {
  const { hostname, port } = new URL(homeserverUrl);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      // Whoever goes away in the middle is no trouble.
      socket.on('error', () => socket.destroy());
    }
    carry(near, far);
    carry(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    close: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function carry(from: Socket, to: Socket): void {
  from.on('data', (data) => setTimeout(() => to.writable && to.write(data), WAY));
  from.on('end', () => setTimeout(() => to.end(), WAY));
}
