import { expect } from '@open-wc/testing';
import type { LiveMembership } from '../../../src/group-call/live-membership.ts';
import type { ParticipantConnection } from '../../../src/media/backend.ts';
import type { LocalMediaPort } from '../../../src/media/local-media-port.ts';
import type { MatrixPort, ToDeviceMessage } from '../../../src/matrix/port.ts';
import { MeshBackend } from '../../../src/session/mesh-backend.ts';
import { ManualClock } from '../../matrix/memory/manual-clock.ts';
import { silentLog } from '../../media/pair.ts';
import { FakeNetwork } from './fake-network.ts';

const ROOM = '!room:hs';
const RELAY = { urls: 'turn:relay.hs', username: 'u', credential: 'c' };
const STEP = 250;

const nothingOpen = {
  on: () => () => undefined,
  open: () => Promise.resolve(),
  close: () => undefined,
  track: () => null,
  slots: { microphone: 'on', camera: 'on', screen: 'off', 'screen-audio': 'off' },
} as unknown as LocalMediaPort;

function userOf(device: string): string {
  return `@${device.toLowerCase()}:hs`;
}

function idOf(device: string): string {
  return `${userOf(device)}:${device}`;
}

function memberOf(device: string): LiveMembership {
  return {
    participantId: idOf(device),
    userId: userOf(device),
    deviceId: device,
    membershipId: `session of ${device}`,
    dialect: 'deployed',
    feeds: ['m.usermedia'],
    backend: { type: 'mesh' },
    application: 'm.call',
    scope: 'm.room',
    callId: ROOM,
    expiresTs: Infinity,
    eventId: `$${device}`,
    originServerTs: 0,
    stateKeyForm: null,
  };
}

/** Devices of one call whose words always arrive and whose media go over a fake network. */
class TroubledMesh {
  readonly clock = new ManualClock();
  readonly network = new FakeNetwork(this.clock);
  readonly #backends = new Map<string, MeshBackend>();
  #ids = 0;

  constructor(devices: readonly string[], servers: readonly RTCIceServer[]) {
    for (const device of devices) this.#backends.set(device, this.#backend(device, servers));
    for (const backend of this.#backends.values()) {
      backend.setMembers(devices.map(memberOf));
      backend.announced();
    }
  }

  /** How one sees another. */
  connection(device: string, other: string): ParticipantConnection | undefined {
    return this.#backends.get(device)?.media(idOf(other))?.connection;
  }

  /** Lets time pass until it is so; `always` holds all the while. */
  async until(condition: () => boolean, what: string, always: () => void = () => undefined): Promise<number> {
    const from = this.clock.now();
    while (!condition()) {
      if (this.clock.now() - from > 300_000) throw new Error(`never: ${what}`);
      this.clock.advance(STEP);
      await turn();
      always();
    }
    return this.clock.now() - from;
  }

  close(): void {
    for (const backend of this.#backends.values()) void backend.close();
  }

  #backend(device: string, servers: readonly RTCIceServer[]): MeshBackend {
    const newId = (): string => `id ${(this.#ids += 1)}`;
    return new MeshBackend({
      port: {
        userId: userOf(device),
        deviceId: device,
        room: () => ({ encrypted: false }),
        sendToDevice: (_roomId: string, type: string, messages: readonly ToDeviceMessage[]) =>
          this.#carry(device, type, messages),
      } as unknown as MatrixPort,
      clock: this.clock,
      log: silentLog,
      roomId: ROOM,
      confId: ROOM,
      sessionId: memberOf(device).membershipId,
      localMedia: nothingOpen,
      createPeer: (polite) => Promise.resolve(this.network.open(device, polite)),
      iceServers: () => Promise.resolve(servers),
      opaqueId: newId,
    });
  }

  #carry(from: string, type: string, messages: readonly ToDeviceMessage[]): Promise<[]> {
    for (const { deviceId, content } of messages) {
      const event = { type, sender: userOf(from), senderDevice: null, encrypted: false, content };
      this.clock.after(20, () => this.#backends.get(deviceId)?.receive(event));
    }
    return Promise.resolve([]);
  }
}

/** All that follows from what just happened has happened. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

describe('a pair whose media do not get through', () => {
  const devices = ['A', 'B', 'C'];
  const connected = (mesh: TroubledMesh, one: string, other: string): boolean =>
    mesh.connection(one, other) === 'connected' && mesh.connection(other, one) === 'connected';

  async function started(servers: readonly RTCIceServer[] = [RELAY]): Promise<TroubledMesh> {
    const mesh = new TroubledMesh(devices, servers);
    const all = (): boolean =>
      connected(mesh, 'A', 'B') && connected(mesh, 'A', 'C') && connected(mesh, 'B', 'C');
    await mesh.until(all, 'all are connected');
    return mesh;
  }

  /** The others notice nothing, and nothing of theirs is made anew. */
  function othersGoOn(mesh: TroubledMesh): () => void {
    return () => {
      for (const other of ['A', 'B']) {
        expect(connected(mesh, 'C', other)).to.equal(true);
        expect(mesh.network.between('C', other)).to.have.length(1);
        expect(mesh.network.between('C', other)[0]?.restarts).to.deep.equal([]);
      }
    };
  }

  it('restarts, then insists on the relay; the others go on', async () => {
    const mesh = await started();
    mesh.network.setPath('A', 'B', 'relay');
    expect(mesh.connection('A', 'B')).to.equal('reconnecting');
    await mesh.until(() => connected(mesh, 'A', 'B'), 'they are connected by the relay', othersGoOn(mesh));
    const restarts = ['A', 'B'].map((device, index) => {
      const peers = mesh.network.between(device, devices[1 - index] ?? '');
      expect(peers).to.have.length(1);
      return peers[0]?.restarts ?? [];
    });
    for (const each of restarts) expect(each[0]).to.equal(false);
    expect(restarts.flat()).to.include(true);
    mesh.close();
  });

  it('does not insist on a relay where there is none', async () => {
    const mesh = await started([]);
    mesh.network.setPath('A', 'B', 'closed');
    const first = (): boolean => mesh.network.between('A', 'B').length > 1;
    mesh.clock.after(20_000, () => mesh.network.setPath('A', 'B', 'open'));
    await mesh.until(() => connected(mesh, 'A', 'B'), 'they are connected again', othersGoOn(mesh));
    expect(first()).to.equal(false);
    expect(mesh.network.between('A', 'B')[0]?.restarts.every((relayOnly) => !relayOnly)).to.equal(true);
    mesh.close();
  });

  it('has failed when new calls do not help either, and is tried on until it works', async () => {
    const mesh = await started();
    mesh.network.setPath('A', 'B', 'closed');
    const failed = (): boolean =>
      mesh.connection('A', 'B') === 'failed' && mesh.connection('B', 'A') === 'failed';
    await mesh.until(failed, 'both say that it failed', othersGoOn(mesh));
    expect(mesh.network.between('A', 'B').length).to.be.at.least(3);
    mesh.network.setPath('A', 'B', 'open');
    await mesh.until(() => connected(mesh, 'A', 'B'), 'they are connected again', othersGoOn(mesh));
    const open = mesh.network.peers.filter(({ isClosed }) => !isClosed);
    expect(open).to.have.length(6);
    mesh.close();
    expect(mesh.network.peers.every(({ isClosed }) => isClosed)).to.equal(true);
  });
});
