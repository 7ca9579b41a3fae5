import { opaqueId } from '../../foundation/opaque-id.ts';
import { MatrixError } from '../matrix-error.ts';
import type { ToDeviceMessage } from '../port.ts';
import { apiPath } from './api-path.ts';
import { requestOf } from './homeserver.ts';
import { isSmall } from './is-small.ts';
import { isEncrypted } from './is-encrypted.ts';
import type { ClientCrypto, ClientRoom, MatrixClientLike } from './matrix-client-like.ts';
import { encryptionFailure } from './room-encryption.ts';
import { roomOf } from './send-event.ts';

/** What `PUT /sendToDevice/{type}` takes, and who cannot be reached with it. */
interface ToDeviceRequest {
  readonly type: string;
  readonly messages: Record<string, Record<string, Readonly<Record<string, unknown>>>>;
  readonly undelivered: readonly ToDeviceMessage[];
}

/** What sends these messages; sent twice, they have the same transaction id and bytes. Answers who was not reached. */
export function sendToDevice(
  client: MatrixClientLike,
  roomId: string,
  type: string,
  messages: readonly ToDeviceMessage[],
): (signal: AbortSignal) => Promise<readonly ToDeviceMessage[]> {
  const room = roomOf(client, roomId);
  const transaction = opaqueId();
  let request: ToDeviceRequest | undefined;
  return async (signal) => {
    request ??= await toDeviceRequest(client, room, type, messages);
    if (Object.keys(request.messages).length > 0) {
      const path = apiPath`/sendToDevice/${request.type}/${transaction}`;
      const body = { messages: request.messages };
      await requestOf(client, 'PUT', path, { body, signal, keepAlive: isSmall(body) });
    }
    return request.undelivered;
  };
}

async function toDeviceRequest(
  client: MatrixClientLike,
  room: ClientRoom,
  type: string,
  messages: readonly ToDeviceMessage[],
): Promise<ToDeviceRequest> {
  if (!(await isEncrypted(client, room))) return clearToDevice(type, messages);
  return encryptedToDevice(client.getCrypto(), type, messages);
}

function clearToDevice(type: string, messages: readonly ToDeviceMessage[]): ToDeviceRequest {
  const request: ToDeviceRequest = { type, messages: {}, undelivered: [] };
  for (const { userId, deviceId, content } of messages) {
    (request.messages[userId] ??= {})[deviceId] = content;
  }
  return request;
}

async function encryptedToDevice(
  crypto: ClientCrypto | undefined,
  type: string,
  messages: readonly ToDeviceMessage[],
): Promise<ToDeviceRequest> {
  if (!crypto) throw new MatrixError('unsupported', { message: 'The client has no encryption' });
  const known = await knownRecipients(crypto, messages);
  const encrypted = await Promise.all(
    groupByContent(known).map((group) => encryptGroup(crypto, type, group)),
  );
  const request = clearToDevice('m.room.encrypted', encrypted.flat());
  const undelivered = messages.filter((one) => !request.messages[one.userId]?.[one.deviceId]);
  return { ...request, undelivered };
}

async function knownRecipients(
  crypto: ClientCrypto,
  messages: readonly ToDeviceMessage[],
): Promise<ToDeviceMessage[]> {
  const users = [...new Set(messages.map(({ userId }) => userId))];
  try {
    const devices = await crypto.getUserDeviceInfo(users, true);
    return messages.filter(({ userId, deviceId }) => devices.get(userId)?.has(deviceId) === true);
  } catch (cause) {
    throw encryptionFailure(cause);
  }
}

/** The library encrypts one content for many devices at once: a key for all members takes one claim of their keys. */
function groupByContent(messages: readonly ToDeviceMessage[]): ToDeviceMessage[][] {
  const groups = new Map<string, ToDeviceMessage[]>();
  for (const message of messages) {
    const key = JSON.stringify(message.content);
    groups.set(key, [...(groups.get(key) ?? []), message]);
  }
  return [...groups.values()];
}

/** The library fails for all when it fails for one: then it is tried one by one, so that the others get theirs. */
async function encryptGroup(
  crypto: ClientCrypto,
  type: string,
  group: ToDeviceMessage[],
): Promise<ToDeviceMessage[]> {
  const [first] = group;
  if (!first) return [];
  try {
    const recipients = group.map(({ userId, deviceId }) => ({ userId, deviceId }));
    const { batch } = await crypto.encryptToDeviceMessages(type, recipients, { ...first.content });
    return batch.map(({ userId, deviceId, payload }) => ({ userId, deviceId, content: payload }));
  } catch (cause) {
    const failure = encryptionFailure(cause);
    if (!(failure instanceof MatrixError) || failure.code !== 'encryption-failed') throw failure;
    if (group.length === 1) return [];
    const each = await Promise.all(group.map((one) => encryptGroup(crypto, type, [one])));
    return each.flat();
  }
}
