// Everything that needs matrix-js-sdk: loaded when somebody signs in.
import type { MatrixPort } from 'famedly-calls';
import { fromMatrixClient } from 'famedly-calls/matrix-client';
import {
  ClientEvent,
  createClient,
  EventType,
  KnownMembership,
  Preset,
  RoomMemberEvent,
  SyncState,
} from 'matrix-js-sdk';
import type { MatrixClient } from 'matrix-js-sdk';

const joined: string = KnownMembership.Join;
const invited: string = KnownMembership.Invite;

export interface SignIn {
  readonly address: string;
  readonly user: string;
  readonly secret:
    { readonly password: string } | { readonly accessToken: string; readonly deviceId: string };
  readonly callee: string;
  /** A room that has to be created is encrypted. */
  readonly encrypted: boolean;
}

export interface SignedIn {
  readonly port: MatrixPort;
  readonly roomId: string;
  readonly signOut: () => Promise<void>;
}

interface Login {
  readonly userId: string;
  readonly deviceId: string;
  readonly accessToken: string;
  /** The session was made here and goes at the end. */
  readonly ours: boolean;
}

/** Signs in, starts encryption and syncing, and finds or creates the room with the callee. `tell` says how far it is. */
export async function signIn(wishes: SignIn, tell: (step: string) => void): Promise<SignedIn> {
  const baseUrl = await homeserverOf(wishes.address);
  tell('Signing in…');
  const login = await logIn(baseUrl, wishes);
  const { userId, deviceId, accessToken } = login;
  const client = createClient({ baseUrl, userId, deviceId, accessToken, disableVoip: true });
  const signOut = async (): Promise<void> => {
    client.stopClient();
    if (!login.ours) return;
    await client.logout(true);
    await client.clearStores({ cryptoDatabasePrefix: storeOf(login) });
  };
  try {
    tell('Preparing encryption…');
    await client.initRustCrypto({ cryptoDatabasePrefix: storeOf(login) });
    tell('Loading rooms…');
    await start(client);
    const port = fromMatrixClient(client);
    tell('Opening the room…');
    const roomId = await directRoom(client, wishes);
    await whenKnown(port, roomId);
    return {
      port,
      roomId,
      signOut: async () => {
        port.dispose();
        await signOut();
      },
    };
  } catch (error) {
    await signOut().catch(() => undefined);
    throw error;
  }
}

/** Keys stay in this browser for as long as the session lives. */
function storeOf({ userId, deviceId }: Login): string {
  return `famedly-calls demo ${userId} ${deviceId}`;
}

/** An address as it stands, or what the domain says of itself (`.well-known/matrix/client`). */
async function homeserverOf(address: string): Promise<string> {
  if (/^https?:\/\//.test(address)) return address.replace(/\/+$/, '');
  try {
    const answer = await fetch(`https://${address}/.well-known/matrix/client`);
    const told = (await answer.json()) as { 'm.homeserver'?: { base_url?: unknown } };
    const url = told['m.homeserver']?.base_url;
    if (typeof url === 'string' && url.startsWith('https://')) return url.replace(/\/+$/, '');
  } catch {
    // A domain need not say anything of itself: then it is the homeserver.
  }
  return `https://${address}`;
}

async function logIn(baseUrl: string, { user, secret }: SignIn): Promise<Login> {
  if ('accessToken' in secret) {
    const { accessToken, deviceId } = secret;
    const whoami = await createClient({ baseUrl, accessToken }).whoami();
    return { accessToken, userId: whoami.user_id, deviceId: whoami.device_id ?? deviceId, ours: false };
  }
  const answer = await createClient({ baseUrl }).loginRequest({
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user },
    password: secret.password,
    initial_device_display_name: 'Famedly Calls demo',
  });
  return { accessToken: answer.access_token, userId: answer.user_id, deviceId: answer.device_id, ours: true };
}

function start(client: MatrixClient): Promise<void> {
  return new Promise((resolve, reject) => {
    client.on(ClientEvent.Sync, (state, _before, data) => {
      if (state === SyncState.Prepared) resolve();
      else if (state === SyncState.Error) reject(data?.error ?? new Error('sync failed'));
    });
    client.startClient({ initialSyncLimit: 10 }).catch(reject);
  });
}

async function directRoom(client: MatrixClient, { callee, encrypted }: SignIn): Promise<string> {
  joinWhenInvitedBy(client, callee);
  const direct: Record<string, string[]> = client.getAccountData(EventType.Direct)?.getContent() ?? {};
  const known = (direct[callee] ?? []).find((roomId) => {
    const membership = client.getRoom(roomId)?.getMember(callee)?.membership;
    return membership === joined || membership === invited;
  });
  const shared = known ?? invitation(client, callee) ?? sharedByTwo(client, callee);
  if (shared !== undefined) {
    const room = client.getRoom(shared);
    if (room?.getMyMembership() !== joined) await client.joinRoom(shared);
    return shared;
  }
  const { room_id: roomId } = await client.createRoom({
    is_direct: true,
    invite: [callee],
    preset: Preset.TrustedPrivateChat,
    initial_state: encrypted
      ? [{ type: EventType.RoomEncryption, state_key: '', content: { algorithm: 'm.megolm.v1.aes-sha2' } }]
      : [],
  });
  await client.setAccountData(EventType.Direct, { ...direct, [callee]: [...(direct[callee] ?? []), roomId] });
  return roomId;
}

function invitation(client: MatrixClient, callee: string): string | undefined {
  const rooms = client.getRooms().filter((room) => room.getMyMembership() === invited);
  return rooms.find((room) => room.getDMInviter() === callee)?.roomId;
}

/** A room of the two that nobody has marked as direct. */
function sharedByTwo(client: MatrixClient, callee: string): string | undefined {
  const rooms = client.getRooms().filter((room) => room.getMyMembership() === joined);
  return rooms.find((room) => {
    const members = room.getMembers().filter(({ membership }) => membership === joined);
    return members.length === 2 && members.some(({ userId }) => userId === callee);
  })?.roomId;
}

/** The other side may have made the room that it calls in. */
function joinWhenInvitedBy(client: MatrixClient, callee: string): void {
  client.on(RoomMemberEvent.Membership, (event, member) => {
    const us = member.userId === client.getUserId() && member.membership === invited;
    if (us && event.getSender() === callee) void client.joinRoom(member.roomId).catch(() => undefined);
  });
}

function whenKnown(port: MatrixPort, roomId: string): Promise<void> {
  return new Promise((resolve) => {
    const off = port.on('room', () => look());
    const look = (): void => {
      if (port.room(roomId) === undefined) return;
      off();
      resolve();
    };
    look();
  });
}
