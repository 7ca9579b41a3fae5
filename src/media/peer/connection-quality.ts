import type { PeerStatistics } from '../peer-port.ts';

/** From here on Opus' repair of lost packets is heard as broken words. */
const BAD_LOSS = 0.08;
/** ms: people begin to talk over each other. */
const BAD_ROUND_TRIP = 600;
/** Samples come once a second. */
const SAMPLES = 5;
/** Of the last five: one bad second is no weak connection. Better again only after five good ones, so that the words do not flicker. */
const BAD_FOR_WEAK = 4;

type Measured = Pick<PeerStatistics, 'lossReceived' | 'lossSent' | 'roundTripTime'>;

/** Tells from a connection's statistics, one sample a second, how it is: what a person would say, not what one second was. */
export class ConnectionQuality {
  #bad: readonly boolean[] = [];
  #quality: PeerStatistics['quality'] = 'good';

  /** With this second. */
  add(second: Measured): PeerStatistics['quality'] {
    this.#bad = [...this.#bad, isBad(second)].slice(-SAMPLES);
    const badSeconds = this.#bad.filter(Boolean).length;
    if (badSeconds >= BAD_FOR_WEAK) this.#quality = 'weak';
    if (badSeconds === 0 && this.#bad.length === SAMPLES) this.#quality = 'good';
    return this.#quality;
  }
}

/** What was not measured, as while nothing is sent, is not bad. */
function isBad({ lossReceived, lossSent, roundTripTime }: Measured): boolean {
  const loss = Math.max(lossReceived ?? 0, lossSent ?? 0);
  return loss > BAD_LOSS || (roundTripTime ?? 0) > BAD_ROUND_TRIP;
}
