import { randomBytes } from 'node:crypto';

/**
 * @typedef {object} Account
 * @property {string} homeserverUrl
 * @property {string} userId
 * @property {string} deviceId
 * @property {string} accessToken
 * @property {string} password
 */

/**
 * @typedef {object} RoomWishes
 * @property {boolean} [encrypted]
 * @property {'private_chat' | 'trusted_private_chat' | 'public_chat'} [preset] In a trusted_private_chat, the default,
 *   everybody has the creator's power; in the others only the creator may write state.
 * @property {string} [roomVersion]
 */

/**
 * @param {string} homeserverUrl
 * @param {string} name Becomes the display name; the user id gets a random ending, so that tests do not meet.
 * @param {{ deviceId?: string }} [wishes]
 * @returns {Promise<Account>}
 */
export async function registerUser(homeserverUrl, name = 'Alex', { deviceId } = {}) {
  const password = randomBytes(12).toString('hex');
  const answer = await request(homeserverUrl, 'POST', '/register', undefined, {
    auth: { type: 'm.login.dummy' },
    username: `${name.toLowerCase()}-${randomBytes(4).toString('hex')}`,
    password,
    device_id: deviceId,
  });
  const account = accountFrom(homeserverUrl, password, answer);
  const profile = `/profile/${encodeURIComponent(account.userId)}/displayname`;
  await requestAs(account, 'PUT', profile, { displayname: name });
  return account;
}

/**
 * The same user on one more device.
 * @param {Account} account
 * @param {{ deviceId?: string }} [wishes]
 * @returns {Promise<Account>}
 */
export async function logInAgain({ homeserverUrl, userId, password }, { deviceId } = {}) {
  const answer = await request(homeserverUrl, 'POST', '/login', undefined, {
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user: userId },
    password,
    device_id: deviceId,
  });
  return accountFrom(homeserverUrl, password, answer);
}

/**
 * A room that its creator made and everybody else has joined.
 * @param {Account} creator
 * @param {Account[]} others
 * @param {RoomWishes & { direct?: boolean }} [wishes]
 * @returns {Promise<string>} the room's id
 */
export async function createRoom(creator, others, wishes = {}) {
  const { encrypted = false, preset = 'trusted_private_chat', direct = false, roomVersion } = wishes;
  const encryption = { type: 'm.room.encryption', content: { algorithm: 'm.megolm.v1.aes-sha2' } };
  const { homeserverUrl, accessToken } = creator;
  const { room_id: roomId } = await request(homeserverUrl, 'POST', '/createRoom', accessToken, {
    preset,
    is_direct: direct,
    ...(roomVersion && { room_version: roomVersion }),
    invite: others.map(({ userId }) => userId),
    initial_state: encrypted ? [encryption] : [],
  });
  for (const other of others) await requestAs(other, 'POST', `/join/${encodeURIComponent(roomId)}`, {});
  return roomId;
}

/**
 * A room of two that both have in `m.direct`, as clients leave it behind.
 * @param {Account} creator
 * @param {Account} other
 * @param {RoomWishes} [wishes]
 * @returns {Promise<string>} the room's id
 */
export async function createDirectRoom(creator, other, wishes = {}) {
  const roomId = await createRoom(creator, [other], { ...wishes, direct: true });
  await rememberDirect(creator, other, roomId);
  await rememberDirect(other, creator, roomId);
  return roomId;
}

/** @param {Account} account @param {Account} other @param {string} roomId */
async function rememberDirect(account, other, roomId) {
  const data = `/user/${encodeURIComponent(account.userId)}/account_data/m.direct`;
  const direct = await requestAs(account, 'GET', data).catch(() => undefined);
  const before = /** @type {string[] | undefined} */ (direct?.[other.userId]);
  const rooms = [...(before ?? []), roomId];
  await requestAs(account, 'PUT', data, { ...direct, [other.userId]: rooms });
}

/**
 * The client-server API as this account, for what has no function here.
 * @param {Account} account
 * @param {string} method
 * @param {string} path below /_matrix/client/v3
 * @param {object} [body]
 * @returns {Promise<Record<string, unknown>>}
 */
export function requestAs({ homeserverUrl, accessToken }, method, path, body) {
  return request(homeserverUrl, method, path, accessToken, body);
}

/**
 * @param {string} homeserverUrl
 * @param {string} method
 * @param {string} path
 * @param {string} [accessToken]
 * @param {object} [body]
 */
async function request(homeserverUrl, method, path, accessToken, body) {
  const response = await fetch(`${homeserverUrl}/_matrix/client/v3${path}`, {
    method,
    headers: accessToken ? { authorization: `Bearer ${accessToken}` } : {},
    ...(body && { body: JSON.stringify(body) }),
  });
  /** @type {any} */
  const answer = await response.json();
  if (!response.ok)
    throw new Error(`${method} ${path}: ${response.status} ${answer.errcode} ${answer.error}`);
  return answer;
}

/**
 * @param {string} homeserverUrl
 * @param {string} password
 * @param {{ user_id: string, device_id: string, access_token: string }} answer
 * @returns {Account}
 */
function accountFrom(homeserverUrl, password, answer) {
  const { user_id: userId, device_id: deviceId, access_token: accessToken } = answer;
  return { homeserverUrl, userId, deviceId, accessToken, password };
}
