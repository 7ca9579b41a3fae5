import { expect } from '@open-wc/testing';
import type { LiveMembership } from '../../../src/group-call/live-membership.ts';
import type { ParticipantConnection } from '../../../src/media/backend.ts';
import type { LocalMediaPort } from '../../../src/media/local-media-port.ts';
import type { MatrixPort, ToDeviceMessage } from '../../../src/matrix/port.ts';
import { groupLate } from '../../../src/session/group-late.ts';
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

  readonly #silent: string | undefined;

  /** `silent`: what this device says does not arrive. */
  constructor(devices: readonly string[], servers: readonly RTCIceServer[], silent?: string) {
    this.#silent = silent;
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

  takesLong(device: string, other: string): boolean {
    return this.#backends.get(device)?.media(idOf(other))?.takesLong ?? false;
  }

  retry(device: string, other: string): void {
    this.#backends.get(device)?.retry(idOf(other));
  }

  quality(device: string, other: string): string | undefined {
    return this.#backends.get(device)?.media(idOf(other))?.quality;
  }

  /** Who is told of by `media` events of a device from now on. */
  heard(device: string): string[] {
    const ids: string[] = [];
    this.#backends.get(device)?.on('media', (id) => ids.push(id));
    return ids;
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
      members: () => [...this.#backends.keys()].map(memberOf),
    });
  }

  #carry(from: string, type: string, messages: readonly ToDeviceMessage[]): Promise<[]> {
    for (const { deviceId, content } of messages) {
      const event = { type, sender: userOf(from), senderDevice: null, encrypted: false, content };
      if (from !== this.#silent) this.clock.after(20, () => this.#backends.get(deviceId)?.receive(event));
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
  before(async () => {
    // Time that is not real does not wait for them.
    await Promise.all([groupLate(), import('../../../src/session/mesh-quality.ts')]);
  });
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

  it('is said to be weak while it is, and no other pair is', async () => {
    const mesh = await started();
    const [peer] = mesh.network.between('A', 'B');
    await mesh.until(() => peer?.isMeasured === true, 'it is measured');
    const qualities = (): unknown => ['B', 'C'].map((other) => mesh.quality('A', other));
    const heard = mesh.heard('A');
    peer?.measure('good');
    expect(heard).to.deep.equal([]);
    peer?.measure('weak');
    peer?.measure('weak');
    expect(qualities()).to.deep.equal(['weak', 'good']);
    peer?.measure('good');
    expect(qualities()).to.deep.equal(['good', 'good']);
    expect(heard).to.deep.equal([idOf('B'), idOf('B')]);
    peer?.measure('weak');
    mesh.network.setPath('A', 'B', 'closed');
    await mesh.until(() => mesh.connection('A', 'B') === 'reconnecting', 'it is gone');
    expect(qualities(), 'there is nothing that could be weak').to.deep.equal(['good', 'good']);
    mesh.close();
    expect(mesh.network.peers.some(({ isMeasured }) => isMeasured)).to.equal(false);
  });

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

  const failed = (mesh: TroubledMesh): boolean =>
    mesh.connection('A', 'B') === 'failed' && mesh.connection('B', 'A') === 'failed';

  it('is said to take long after 10 s and to have failed after 30 s, and is tried on until it works', async () => {
    const mesh = await started();
    mesh.network.setPath('A', 'B', 'closed');
    const heard = mesh.heard('A');
    const long = await mesh.until(() => mesh.takesLong('A', 'B'), 'it takes long', othersGoOn(mesh));
    expect(long).to.be.within(9_500, 10_500);
    expect(heard.at(-1), 'and is told of').to.equal(idOf('B'));
    expect(mesh.connection('A', 'B')).to.equal('reconnecting');
    heard.length = 0;
    const more = await mesh.until(() => failed(mesh), 'both say that it failed', othersGoOn(mesh));
    expect(long + more).to.be.within(29_500, 30_500);
    expect(heard.at(-1), 'and is told of').to.equal(idOf('B'));
    expect(mesh.takesLong('A', 'C')).to.equal(false);
    const tried = (): boolean => mesh.network.between('A', 'B').length >= 3;
    await mesh.until(tried, 'it is tried on', () => {
      othersGoOn(mesh)();
      expect(failed(mesh)).to.equal(true);
    });
    mesh.network.setPath('A', 'B', 'open');
    await mesh.until(() => connected(mesh, 'A', 'B'), 'they are connected again', othersGoOn(mesh));
    const open = mesh.network.peers.filter(({ isClosed }) => !isClosed);
    expect(open).to.have.length(6);
    mesh.close();
    expect(mesh.network.peers.every(({ isClosed }) => isClosed)).to.equal(true);
  });

  it('is tried at once where somebody asks for it', async () => {
    const mesh = await started();
    mesh.network.setPath('A', 'B', 'closed');
    await mesh.until(() => failed(mesh), 'both say that it failed');
    mesh.network.setPath('A', 'B', 'open');
    mesh.retry('A', 'B');
    expect(mesh.connection('A', 'B')).to.equal('reconnecting');
    const ms = await mesh.until(
      () => connected(mesh, 'A', 'B'),
      'they are connected again',
      othersGoOn(mesh),
    );
    expect(ms).to.be.at.most(1_000);
    mesh.close();
  });

  it('has failed, too, where the other never calls', async () => {
    const mesh = new TroubledMesh(devices, [RELAY], 'A');
    const others = (): boolean => connected(mesh, 'B', 'C');
    await mesh.until(others, 'those who hear each other are connected');
    const long = await mesh.until(
      () => mesh.takesLong('B', 'A') && mesh.takesLong('C', 'A'),
      'it takes long',
    );
    expect(mesh.connection('B', 'A')).to.equal('connecting');
    const more = await mesh.until(() => mesh.connection('B', 'A') === 'failed', 'it failed');
    expect(long + more).to.be.within(28_000, 30_500);
    mesh.retry('B', 'A');
    expect(mesh.connection('B', 'A')).to.equal('connecting');
    expect(others()).to.equal(true);
    mesh.close();
  });
});
