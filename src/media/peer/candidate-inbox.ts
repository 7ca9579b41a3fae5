import type { Log } from '../../foundation/log.ts';
import type { IceCandidate } from '../peer-port.ts';
import { candidateUfrag } from './sdp-text.ts';

/** More than any honest peer gathers; of what waits beyond it the oldest is dropped. */
const LIMIT = 256;

/** The other side's candidates on their way to the connection: they wait for their description, and for `release`. */
export class CandidateInbox {
  readonly #connection: RTCPeerConnection;
  readonly #log: Log;
  #waiting: IceCandidate[] = [];
  #generations: ReadonlySet<string> | null = null;
  #held = false;

  constructor(connection: RTCPeerConnection, log: Log) {
    this.#connection = connection;
    this.#log = log;
  }

  get held(): boolean {
    return this.#held;
  }

  hold(): void {
    this.#held = true;
  }

  release(): void {
    this.#held = false;
    this.#flush();
  }

  add(candidates: readonly IceCandidate[]): void {
    for (const candidate of candidates) {
      if (!this.#held && this.#isDescribed(candidate)) this.#apply(candidate);
      else this.#waiting.push(candidate);
    }
    this.#waiting = this.#waiting.slice(-LIMIT);
  }

  /** A remote description was applied; it speaks of these generations. */
  described(generations: ReadonlySet<string>): void {
    this.#generations = generations;
    this.#flush();
  }

  /** What belongs to no description may come before its own; what never gets one (an ignored offer's) is crowded out. */
  #flush(): void {
    if (this.#held || this.#generations === null) return;
    const waiting = this.#waiting;
    this.#waiting = waiting.filter((candidate) => !this.#isDescribed(candidate));
    for (const candidate of waiting) {
      if (this.#isDescribed(candidate)) this.#apply(candidate);
    }
  }

  #isDescribed({ candidate }: IceCandidate): boolean {
    if (this.#generations === null) return false;
    const ufrag = candidateUfrag(candidate);
    return ufrag === null || this.#generations.has(ufrag);
  }

  #apply({ candidate, sdpMid, sdpMLineIndex }: IceCandidate): void {
    const init: RTCIceCandidateInit = { candidate };
    if (sdpMid !== undefined) init.sdpMid = sdpMid;
    if (sdpMLineIndex !== undefined) init.sdpMLineIndex = sdpMLineIndex;
    else if (sdpMid === undefined) init.sdpMLineIndex = 0;
    this.#connection.addIceCandidate(init).catch((error: unknown) => {
      this.#log.debug('candidate not used', { error: error instanceof Error ? error.name : null });
    });
  }
}
