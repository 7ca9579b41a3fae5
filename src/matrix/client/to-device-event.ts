import * as v from 'valibot';
import type { ToDeviceEvent } from '../port.ts';

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
