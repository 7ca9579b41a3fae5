import type { ClientRoom, MatrixClientLike } from './matrix-client-like.ts';

/**
 * An encrypted room stays one: the crypto library remembers it when the state event is gone. Where it cannot say, what
 * would encrypt refuses.
 */
export async function isEncrypted(client: MatrixClientLike, room: ClientRoom): Promise<boolean> {
  if (room.hasEncryptionStateEvent()) return true;
  const asked = client.getCrypto()?.isEncryptionEnabledInRoom(room.roomId);
  return (await asked?.catch(() => true)) ?? false;
}
