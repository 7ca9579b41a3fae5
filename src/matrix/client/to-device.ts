import * as v from 'valibot';
import { MatrixError } from '../matrix-error.ts';
import type { ToDeviceEvent, ToDeviceMessage } from '../port.ts';
import type { ClientCrypto } from './matrix-client-like.ts';
import { encryptionFailure } from './room-encryption.ts';

/** What `PUT /sendToDevice/{type}` takes, and who cannot be reached with it. */
export interface ToDeviceRequest {
  readonly type: string;
  readonly messages: Record<string, Record<string, Readonly<Record<string, unknown>>>>;
  readonly undelivered: readonly ToDeviceMessage[];
}

const Received = v.object({
  message: v.object({ type: v.string(), sender: v.string(), content: v.record(v.string(), v.unknown()) }),
  encryptionInfo: v.nullish(v.object({ sender: v.string(), senderDevice: v.optional(v.string()) })),
});

/** `undefined` for what is no message, could not be decrypted, or was encrypted by somebody else than its sender. */
export function toDeviceEvent(payload: unknown): ToDeviceEvent | undefined {
  const parsed = v.safeParse(Received, payload);
  if (!parsed.success) return undefined;
  const { message, encryptionInfo } = parsed.output;
  if (message.type === 'm.room.encrypted') return undefined;
  if (encryptionInfo && encryptionInfo.sender !== message.sender) return undefined;
  const senderDevice = encryptionInfo?.senderDevice ?? null;
  return { ...message, senderDevice, encrypted: encryptionInfo != null };
}

export function clearToDevice(type: string, messages: readonly ToDeviceMessage[]): ToDeviceRequest {
  const request: ToDeviceRequest = { type, messages: {}, undelivered: [] };
  for (const { userId, deviceId, content } of messages) {
    (request.messages[userId] ??= {})[deviceId] = content;
  }
  return request;
}

export async function encryptedToDevice(
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
