import type { Log } from '../../foundation/log.ts';
import { errorName } from '../log-failure.ts';
import type { IceCandidate } from '../peer-port.ts';
import { candidateUfrag } from './sdp-text.ts';

/** More than any honest peer gathers; of what waits beyond it the oldest is dropped. */
const LIMIT = 256;

/** The other side's candidates on their way to the connection: they wait for their description, and for `release`. */
export class CandidateInbox {
  readonly #connection: RTCPeerConnection;
  readonly #log: Log;
  #waiting: readonly IceCandidate[] = [];
  #generations: ReadonlySet<string> | null = null;
  isHeld = false;

  constructor(connection: RTCPeerConnection, log: Log) {
    this.#connection = connection;
    this.#log = log;
  }

  release(): void {
    this.isHeld = false;
    this.add([]);
  }

  /** A remote description was applied; it speaks of these generations. */
  described(generations: ReadonlySet<string>): void {
    this.#generations = generations;
    this.add([]);
  }

  /** What belongs to no description may come before its own; what never gets one (an ignored offer's) is crowded out. */
  add(candidates: readonly IceCandidate[]): void {
    const all = [...this.#waiting, ...candidates];
    this.#waiting = all.filter((candidate) => !this.#isDescribed(candidate)).slice(-LIMIT);
    for (const candidate of all) if (this.#isDescribed(candidate)) this.#apply(candidate);
  }

  #isDescribed({ candidate }: IceCandidate): boolean {
    if (this.isHeld || this.#generations === null) return false;
    const ufrag = candidateUfrag(candidate);
    return ufrag === undefined || this.#generations.has(ufrag);
  }

  #apply({ candidate, sdpMid, sdpMLineIndex }: IceCandidate): void {
    const line = {
      sdpMid: sdpMid ?? null,
      sdpMLineIndex: sdpMLineIndex ?? (sdpMid === undefined ? 0 : null),
    };
    this.#connection.addIceCandidate({ candidate, ...line }).catch((error: unknown) => {
      this.#log.debug('candidate not used', { error: errorName(error) });
    });
  }
}
