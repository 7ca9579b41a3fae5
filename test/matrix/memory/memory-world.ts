import { connectInPage } from '../../../src/matrix/memory/connect-in-page.ts';
import { Homeserver } from '../../../src/matrix/memory/homeserver.ts';
import type { MemoryMatrix } from '../../../src/matrix/memory/memory-matrix.ts';
import type { MatrixCapabilities } from '../../../src/matrix/port.ts';
import { until } from '../../until.ts';
import type {
  ContractDevice,
  ContractUser,
  ContractWorld,
  DeviceFaults,
  Profile,
  RoomOptions,
} from '../contract/world.ts';

/** The contract's world over a homeserver in this page. */
export class MemoryWorld implements ContractWorld {
  readonly faults = new Set(['pause', 'outage', 'rate-limit', 'token'] as const);
  readonly #server: Homeserver;
  readonly #ports: MemoryMatrix[] = [];
  #count = 0;

  constructor(capabilities: Partial<MatrixCapabilities> = {}) {
    this.#server = new Homeserver({ capabilities, turnServers: { iceServers: [], ttl: 86_400_000 } });
  }

  createUser(profile: Profile = {}): Promise<ContractUser> {
    const userId = `@user${this.#number()}:memory`;
    this.#server.accounts.setProfile(userId, profile);
    return Promise.resolve({ userId });
  }

  async createDevice({ userId }: ContractUser): Promise<ContractDevice> {
    const deviceId = `DEVICE${this.#number()}`;
    const port = await connectInPage(this.#server, { userId, deviceId });
    this.#ports.push(port);
    return { userId, deviceId, port, faults: this.#faultsOf(userId, deviceId) };
  }

  async createRoom(creator: ContractUser, options: RoomOptions = {}): Promise<string> {
    const members = (options.members ?? []).map(({ userId }) => userId);
    const roomId = this.#server.createRoom(creator.userId, { ...options, members });
    const everybody = [creator.userId, ...members];
    const complete = (port: MemoryMatrix): boolean => {
      const room = port.room(roomId);
      const direct = options.direct !== true || room?.directUserId !== null;
      return (
        room?.members.filter(({ membership }) => membership === 'join').length === everybody.length && direct
      );
    };
    await until(
      () => this.#ports.every((port) => !everybody.includes(port.userId) || gone(port) || complete(port)),
      'the room on all devices',
    );
    return roomId;
  }

  invite(by: ContractUser, invited: ContractUser, roomId: string): Promise<void> {
    this.#server.invite(by.userId, invited.userId, roomId);
    return Promise.resolve();
  }

  join(user: ContractUser, roomId: string): Promise<void> {
    this.#server.join(user.userId, roomId);
    return Promise.resolve();
  }

  leave(user: ContractUser, roomId: string): Promise<void> {
    this.#server.leave(user.userId, roomId);
    return Promise.resolve();
  }

  kick(by: ContractUser, user: ContractUser, roomId: string): Promise<void> {
    this.#server.kick(by.userId, user.userId, roomId);
    return Promise.resolve();
  }

  dispose(): Promise<void> {
    for (const port of this.#ports) port.dispose();
    return Promise.resolve();
  }

  #number(): number {
    this.#count += 1;
    return this.#count;
  }

  #faultsOf(userId: string, deviceId: string): DeviceFaults {
    const { faults } = this.#server.accounts.device(userId, deviceId);
    const now = (change: () => void): Promise<void> => {
      change();
      return Promise.resolve();
    };
    return {
      pauseSync: () => now(() => faults.pauseSync()),
      resumeSync: () => now(() => faults.resumeSync()),
      disconnect: () => now(() => faults.disconnect()),
      reconnect: () => now(() => faults.reconnect()),
      rateLimit: (ms) => now(() => faults.rateLimit(ms)),
      refusals: () => faults.refusals,
      expireToken: () => now(() => faults.expireToken()),
    };
  }
}

function gone(port: MemoryMatrix): boolean {
  return port.connection === 'stopped' || port.connection === 'unauthorized';
}
