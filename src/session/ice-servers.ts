import type { Clock } from '../foundation/clock.ts';
import type { Log } from '../foundation/log.ts';
import type { MatrixPort } from '../matrix/port.ts';

/** A call does not wait longer for relay servers; they still serve its next ICE restart. */
const PATIENCE_MS = 2_000;
const RETRY_MS = 60_000;

/** The homeserver's TURN servers, asked for ahead of calls and again before they expire. */
export class IceServers {
  readonly #port: MatrixPort;
  readonly #clock: Clock;
  readonly #log: Log;
  #servers: Promise<readonly RTCIceServer[]> = Promise.resolve([]);
  #freshUntil = 0;

  constructor(port: MatrixPort, clock: Clock, log: Log) {
    this.#port = port;
    this.#clock = clock;
    this.#log = log;
  }

  /** Never rejects: without relay servers a call goes on with what there is. */
  get(): Promise<readonly RTCIceServer[]> {
    const now = this.#clock.now();
    if (now >= this.#freshUntil) {
      this.#freshUntil = now + RETRY_MS;
      this.#servers = this.#fetch();
    }
    return this.#servers;
  }

  /** What is known within a moment. */
  soon(): Promise<readonly RTCIceServer[]> {
    return new Promise((resolve) => {
      const cancel = this.#clock.after(PATIENCE_MS, () => resolve([]));
      void this.get().then((servers) => {
        cancel();
        resolve(servers);
      });
    });
  }

  async #fetch(): Promise<readonly RTCIceServer[]> {
    if (!this.#port.capabilities.turnServers) return [];
    try {
      const { iceServers, ttl } = await this.#port.turnServers();
      // The last fifth of the time is left to calls that have begun.
      this.#freshUntil = this.#clock.now() + ttl * 0.8;
      if (iceServers.length === 0) this.#log.warn('No TURN server: calls across some networks will fail');
      return iceServers.map((server) => ({ ...server, urls: [...server.urls] }));
    } catch (error) {
      const { code } = error as { readonly code?: string };
      this.#log.warn('TURN servers could not be asked for', { code });
      return [];
    }
  }
}
