import * as v from 'valibot';
import { anything, parsed, text } from '../../foundation/schemas.ts';
import type { ToDeviceEvent } from '../port.ts';

const Received = v.object({
  message: v.object({ type: text, sender: text, content: v.record(text, anything) }),
  encryptionInfo: v.nullish(v.object({ sender: text, senderDevice: v.nullish(text) })),
});

/** `undefined` for what is no message, could not be decrypted, or was encrypted by somebody else than its sender. */
export function toDeviceEvent(payload: unknown): ToDeviceEvent | undefined {
  const received = parsed(Received, payload);
  if (!received) return undefined;
  const { message, encryptionInfo } = received;
  if (message.type === 'm.room.encrypted') return undefined;
  if (encryptionInfo && encryptionInfo.sender !== message.sender) return undefined;
  const senderDevice = encryptionInfo?.senderDevice ?? null;
  return { ...message, senderDevice, encrypted: encryptionInfo != null };
}
