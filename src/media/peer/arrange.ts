import type { Negotiation } from './negotiation.ts';

/** Gives every track a line, and every line the direction that we want; the browser then asks for an offer. */
export function arrange({ connection, slots }: Pick<Negotiation, 'connection' | 'slots'>): void {
  for (const slot of slots.tracks.keys()) {
    // The other side may have refused the line: a line of a stopped transceiver is not used again.
    if (slots.transceivers.get(slot)?.direction === 'stopped') slots.transceivers.delete(slot);
    if (slots.hasTrack(slot) && !slots.transceivers.has(slot)) slots.add(slot);
  }
  direct({ connection, slots });
}

/** Sets every direction to what we want; also for transceivers that a remote offer made. */
export function direct({ connection, slots }: Pick<Negotiation, 'connection' | 'slots'>): void {
  const { onHold } = slots;
  const ours = new Map([...slots.transceivers].map(([slot, transceiver]) => [transceiver, slot]));
  for (const transceiver of connection.getTransceivers()) {
    if (transceiver.direction === 'stopped') continue;
    const slot = ours.get(transceiver);
    const sends = slot !== undefined && slots.isSent(slot);
    // Every line may carry the other side's media too: matrix-js-sdk puts its screen on the line of ours.
    const wanted = sends ? (onHold ? 'sendonly' : 'sendrecv') : onHold ? 'inactive' : 'recvonly';
    if (transceiver.direction !== wanted) transceiver.direction = wanted;
  }
}
