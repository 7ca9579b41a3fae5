// Parts are nobody's interface: neither their slots, their parts nor their events count.
export class FamedlyRequestEvent extends Event {}
export const inside = '<slot name="content"></slot><p part="panel"></p>';
export const ask = (): Event => new FamedlyRequestEvent('famedly-request');
