import * as v from 'valibot';
import type { Account } from '../account.ts';
import { get, patiently } from './patient-get.ts';
import type { Patience } from './patient-get.ts';
import { SignInError } from './sign-in-error.ts';

export interface Asking extends Patience {
  readonly baseUrl: string;
  readonly token: string;
  readonly fetch?: typeof globalThis.fetch;
}

const WhoAmI = v.object({ user_id: v.string(), device_id: v.optional(v.string()) });
const MatrixRefusal = v.object({ errcode: v.string() });
const Events = v.optional(v.object({ events: v.optional(v.array(v.unknown()), []) }), {});
const JoinedRoom = v.object({ state: Events, timeline: Events });
const Rooms = v.object({ join: v.optional(v.record(v.string(), JoinedRoom), {}) });
const Sync = v.object({ rooms: v.optional(Rooms, {}) });

/** Rejects unless the token is this account's. */
export async function checkOwner({ userId, deviceId }: Account, asking: Asking): Promise<void> {
  const { status, body } = await ask('/account/whoami', asking);
  if (status === 401 || status === 403) {
    throw new SignInError(v.is(MatrixRefusal, body) ? 'matrix-unauthorized' : 'invalid-homeserver');
  }
  const owner = v.safeParse(WhoAmI, body);
  if (status !== 200 || !owner.success) throw new SignInError('invalid-homeserver');
  const { user_id: user, device_id: device = deviceId } = owner.output;
  if (user !== userId || device !== deviceId) throw new SignInError('wrong-user');
}

/** A room that the user is not in yet says nothing: whether it is encrypted shows when they have joined. */
export async function isEncryptedRoom(roomId: string, asking: Asking): Promise<boolean> {
  const { status } = await ask(`/rooms/${encodeURIComponent(roomId)}/state/m.room.encryption/`, asking);
  return status === 200;
}

const nothing = { not_types: ['*'] };
const encryption = { types: ['m.room.encryption'] };
/** Messages to the device stay at the homeserver: only a sync that goes on from this one would take them. */
const ENCRYPTED_ROOMS = JSON.stringify({
  presence: nothing,
  account_data: nothing,
  room: {
    account_data: nothing,
    ephemeral: nothing,
    state: encryption,
    timeline: { ...encryption, limit: 1 },
  },
});

/** Whether any joined room is encrypted: one small sync in place of a request for each room. */
export async function isAnyRoomEncrypted(asking: Asking): Promise<boolean> {
  const query = new URLSearchParams({ filter: ENCRYPTED_ROOMS, timeout: '0', set_presence: 'offline' });
  const { body } = await ask(`/sync?${query.toString()}`, asking);
  const parsed = v.safeParse(Sync, body);
  if (!parsed.success) throw new SignInError('invalid-homeserver');
  const rooms = Object.values(parsed.output.rooms.join);
  return rooms.some(({ state, timeline }) => state.events.length + timeline.events.length > 0);
}

function ask(path: string, { baseUrl, ...asking }: Asking) {
  return patiently(() => get(`${baseUrl}/_matrix/client/v3${path}`, asking), asking);
}
