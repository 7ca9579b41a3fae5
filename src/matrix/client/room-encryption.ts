import { opaqueId } from '../../foundation/opaque-id.ts';
import { MatrixError } from '../matrix-error.ts';
import type { ClientRoom, MatrixClientLike } from './matrix-client-like.ts';
import { requestFailure } from './request-failure.ts';
import type { WireEvent } from './send-event.ts';

/**
 * What goes to the homeserver in place of an event.
 *
 * Not by `client.sendEvent`: that puts a local echo into the page's timeline, leaves a failed one there as "not sent",
 * and refuses everything in a room while any message of the page is unsent. A hangup cannot wait for that.
 * `encryptEvent` is of the library's `CryptoBackend`, the class behind `getCrypto()`, in all versions that we accept.
 */
export async function encryptEvent(
  client: MatrixClientLike,
  room: ClientRoom,
  event: WireEvent,
): Promise<WireEvent> {
  try {
    const crypto = client.getCrypto();
    if (!crypto) throw new MatrixError('unsupported', { message: 'The client has no encryption' });
    if (!crypto.encryptEvent) throw new MatrixError('encryption-failed');
    const draft = client.getEventMapper({ preventReEmit: true, decrypt: false })({
      type: event.type,
      content: { ...event.content },
      room_id: room.roomId,
      event_id: `~${opaqueId()}`,
      sender: client.getUserId() ?? '',
      origin_server_ts: Date.now(),
    });
    await crypto.encryptEvent(draft, room);
    const wire = { type: draft.getWireType(), content: draft.getWireContent() };
    if (wire.type !== 'm.room.encrypted') throw new MatrixError('encryption-failed');
    return wire;
  } catch (cause) {
    throw encryptionFailure(cause);
  }
}

/** Key queries go over the network: their outages and limits are retried like any other. */
export function encryptionFailure(cause: unknown): unknown {
  const failure = requestFailure(cause);
  if (failure.kind !== 'final') return cause;
  if (failure.error.code === 'matrix-unauthorized') return failure.error;
  return cause instanceof MatrixError ? cause : new MatrixError('encryption-failed', { cause });
}
