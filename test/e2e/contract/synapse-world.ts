import { createClient } from 'matrix-js-sdk';
import type { MatrixClient } from 'matrix-js-sdk';
import { fromMatrixClient } from '../../../src/matrix/client/index.ts';
import type {
  ContractDevice,
  ContractUser,
  ContractWorld,
  Profile,
  RoomOptions,
} from '../../matrix/contract/world.ts';
import { DeviceNetwork } from './device-network.ts';
import { MatrixApi } from './matrix-api.ts';
import { SYNAPSE_FAULTS } from './synapse-faults.ts';

interface Account extends ContractUser {
  readonly localpart: string;
  readonly password: string;
  readonly token: string;
  readonly devices: SynapseDevice[];
}

export interface SynapseDevice extends ContractDevice {
  readonly client: MatrixClient;
}

export interface SynapseWishes {
  readonly homeserverUrl: string;
  /** Clients without a crypto library. */
  readonly unencrypted?: boolean;
}

/** Users and devices on a real homeserver, seen through the adapter for matrix-js-sdk clients. */
export class SynapseWorld implements ContractWorld {
  readonly faults = SYNAPSE_FAULTS;
  readonly #unencrypted: boolean;
  readonly #api: MatrixApi;
  readonly #accounts = new Map<string, Account>();

  constructor({ homeserverUrl, unencrypted = false }: SynapseWishes) {
    this.#unencrypted = unencrypted;
    this.#api = new MatrixApi(homeserverUrl);
  }

  async createUser({ displayName, avatar }: Profile = {}): Promise<ContractUser> {
    const localpart = `user-${crypto.randomUUID()}`;
    const password = crypto.randomUUID();
    const auth = { type: 'm.login.dummy' };
    const answer = await this.#api.request('POST', '/register', {
      body: { auth, username: localpart, password },
    });
    const [userId, token] = [String(answer['user_id']), String(answer['access_token'])];
    this.#accounts.set(userId, { userId, localpart, password, token, devices: [] });
    const profile = `/profile/${encodeURIComponent(userId)}`;
    if (displayName !== undefined) {
      await this.#api.request('PUT', `${profile}/displayname`, {
        token,
        body: { displayname: displayName },
      });
    }
    if (avatar) {
      const upload = { token, body: avatar, prefix: '/_matrix/media/v3' };
      const { content_uri: url } = await this.#api.request('POST', '/upload', upload);
      await this.#api.request('PUT', `${profile}/avatar_url`, { token, body: { avatar_url: url } });
    }
    return { userId };
  }

  async createDevice({ userId }: ContractUser): Promise<SynapseDevice> {
    const account = this.#account(userId);
    const identifier = { type: 'm.id.user', user: account.localpart };
    const login = await this.#api.request('POST', '/login', {
      body: { type: 'm.login.password', identifier, password: account.password },
    });
    const [deviceId, accessToken] = [String(login['device_id']), String(login['access_token'])];
    const network = new DeviceNetwork();
    const baseUrl = this.#api.homeserverUrl;
    const client = createClient({ baseUrl, userId, deviceId, accessToken, fetchFn: network.fetch });
    if (!this.#unencrypted) await client.initRustCrypto({ useIndexedDB: false });
    const port = fromMatrixClient(client);
    // Synapse misses now and then to wake a waiting sync; then the next one brings what there is.
    await client.startClient({ initialSyncLimit: 20, pollTimeout: 3_000 });
    const device = { userId, deviceId, client, port, faults: this.#faults(network, accessToken) };
    account.devices.push(device);
    const { joined_rooms: rooms } = await this.#api.request('GET', '/joined_rooms', account);
    await until(() => port.connection === 'connected');
    await until(() => (rooms as string[]).every((roomId) => port.room(roomId) !== undefined));
    if (!this.#unencrypted) await until(() => hasUploadedKeys(client));
    return device;
  }

  async createRoom(creator: ContractUser, options: RoomOptions = {}): Promise<string> {
    const { members = [], name, encrypted = false, isPublic = false, direct = false, powerLevels } = options;
    const { token } = this.#account(creator.userId);
    const encryption = { type: 'm.room.encryption', content: { algorithm: 'm.megolm.v1.aes-sha2' } };
    const users = { ...(powerLevels?.['users'] as object | undefined), [creator.userId]: 100 };
    const room = await this.#api.request('POST', '/createRoom', {
      token,
      body: {
        name,
        // In version 12 the creator has no level that could be written.
        room_version: '11',
        preset: isPublic ? 'public_chat' : 'private_chat',
        is_direct: direct,
        invite: members.map(({ userId }) => userId),
        initial_state: encrypted ? [encryption] : [],
        ...(powerLevels && { power_level_content_override: { ...powerLevels, users } }),
      },
    });
    const roomId = String(room['room_id']);
    for (const member of members) await this.join(member, roomId);
    const [other] = members;
    if (direct && other) {
      await this.#rememberDirect(creator, other, roomId);
      await this.#rememberDirect(other, creator, roomId);
    }
    await this.#untilComplete(roomId, [creator, ...members], options);
    return roomId;
  }

  async invite(by: ContractUser, { userId }: ContractUser, roomId: string): Promise<void> {
    await this.#inRoom(by, roomId, 'invite', { user_id: userId });
  }

  async join(user: ContractUser, roomId: string): Promise<void> {
    await this.#inRoom(user, roomId, 'join');
  }

  async leave(user: ContractUser, roomId: string): Promise<void> {
    await this.#inRoom(user, roomId, 'leave');
  }

  async kick(by: ContractUser, { userId }: ContractUser, roomId: string): Promise<void> {
    await this.#inRoom(by, roomId, 'kick', { user_id: userId });
  }

  dispose(): Promise<void> {
    for (const { client, port } of [...this.#accounts.values()].flatMap(({ devices }) => devices)) {
      port.dispose();
      client.stopClient();
    }
    return Promise.resolve();
  }

  #faults(network: DeviceNetwork, token: string): ContractDevice['faults'] {
    const expireToken = async (): Promise<void> => {
      await this.#api.request('POST', '/logout', { token, body: {} });
      // The homeserver would keep the waiting sync until its time is up.
      network.dropConnections();
    };
    return Object.assign(network, { expireToken });
  }

  async #inRoom(user: ContractUser, roomId: string, action: string, body: object = {}): Promise<void> {
    const { token } = this.#account(user.userId);
    await this.#api.request('POST', `/rooms/${encodeURIComponent(roomId)}/${action}`, { token, body });
  }

  async #rememberDirect(user: ContractUser, other: ContractUser, roomId: string): Promise<void> {
    const { token } = this.#account(user.userId);
    const path = `/user/${encodeURIComponent(user.userId)}/account_data/m.direct`;
    const before: Record<string, unknown> = await this.#api.request('GET', path, { token }).catch(() => ({}));
    const rooms = [...((before[other.userId] as string[] | undefined) ?? []), roomId];
    await this.#api.request('PUT', path, { token, body: { ...before, [other.userId]: rooms } });
  }

  async #untilComplete(roomId: string, people: ContractUser[], options: RoomOptions): Promise<void> {
    const devices = people.flatMap(({ userId }) => this.#account(userId).devices);
    await until(() => devices.every(({ port }) => isComplete(port.room(roomId), people, options)));
    if (options.encrypted !== true || this.#unencrypted) return;
    const userIds = people.map(({ userId }) => userId);
    for (const { client } of devices) {
      await until(async () => {
        const known = await client.getCrypto()!.getUserDeviceInfo(userIds, true);
        return devices.every(({ userId, deviceId }) => known.get(userId)?.has(deviceId));
      });
    }
  }

  #account(userId: string): Account {
    return this.#accounts.get(userId)!;
  }
}

function isComplete(
  room: ReturnType<ContractDevice['port']['room']>,
  people: readonly ContractUser[],
  { name, encrypted = false, isPublic = false, direct = false }: RoomOptions,
): boolean {
  if (!room) return false;
  const joined = new Set(
    room.members.flatMap((member) => (member.membership === 'join' ? member.userId : [])),
  );
  return (
    people.every(({ userId }) => joined.has(userId)) &&
    (name === undefined || room.name === name) &&
    room.encrypted === encrypted &&
    room.isPublic === isPublic &&
    room.powerLevels !== null &&
    (room.directUserId !== null) === direct
  );
}

async function hasUploadedKeys(client: MatrixClient): Promise<boolean> {
  const userId = client.getSafeUserId();
  const { device_keys: keys } = await client.downloadKeysForUsers([userId]);
  return keys[userId]?.[client.getDeviceId()!] !== undefined;
}

/** For what happens in its own time and has no event. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 25));
}
