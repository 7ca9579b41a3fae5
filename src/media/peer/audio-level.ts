import type { PeerPort } from '../peer-port.ts';
import { Peer } from './peer.ts';

/** How loud the other side is now, 0 to 1. Cheap enough for ten times a second. */
export function audioLevel(peer: PeerPort | null): number {
  if (!(peer instanceof Peer)) return 0;
  const { receiver } = peer.slots.transceivers.get('microphone') ?? {};
  return receiver?.getSynchronizationSources()[0]?.audioLevel ?? 0;
}
