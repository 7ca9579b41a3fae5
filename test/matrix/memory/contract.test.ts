import type { MatrixCapabilities } from '../../../src/matrix/port.ts';
import { applies, contract } from '../contract/contract.ts';
import { ok } from '../contract/expect.ts';
import { MemoryWorld } from './memory-world.ts';

const nothing: MatrixCapabilities = {
  wholeBatches: false,
  senderDevice: false,
  delayedEvents: false,
  turnServers: false,
  openIdToken: false,
  rtcTransports: false,
  encryption: false,
  sendOnUnload: false,
  media: false,
  redactionExtras: false,
};

const servers: Record<string, Partial<MatrixCapabilities>> = {
  'a homeserver that can do everything': {},
  'a homeserver that can do nothing special': nothing,
  'a host that does not name the sending device': { senderDevice: false },
};

for (const [server, capabilities] of Object.entries(servers)) {
  describe(`contract of Matrix ports: memory, ${server}`, () => {
    for (const contractCase of contract) {
      it(contractCase.name, async () => {
        const world = new MemoryWorld(capabilities);
        ok(applies(contractCase, world), 'memory can do every fault');
        try {
          await contractCase.run(world);
        } finally {
          await world.dispose();
        }
      });
    }
  });
}
