import type { Log } from '../../foundation/log.ts';
import type { PeerOptions } from '../peer-options.ts';

/** How a connection reaches the other side; servers that the browser refuses are left out, with a warning. */
export class IceConfiguration {
  readonly #log: Log;
  readonly #configuration: RTCConfiguration;

  constructor({ iceServers, icePolicy, log }: Pick<PeerOptions, 'iceServers' | 'icePolicy' | 'log'>) {
    this.#log = log;
    this.#configuration = {
      iceServers: [...iceServers],
      iceTransportPolicy: icePolicy,
      bundlePolicy: 'max-bundle',
    };
  }

  create(createPeerConnection: PeerOptions['createPeerConnection']): RTCPeerConnection {
    try {
      return createPeerConnection(this.#configuration);
    } catch (error) {
      this.#refused(error);
      this.#configuration.iceServers = [];
      return createPeerConnection(this.#configuration);
    }
  }

  useRelayOnly(connection: RTCPeerConnection): void {
    this.#configuration.iceTransportPolicy = 'relay';
    this.#apply(connection);
  }

  useServers(connection: RTCPeerConnection, servers: readonly RTCIceServer[]): void {
    this.#configuration.iceServers = [...servers];
    this.#apply(connection);
  }

  #apply(connection: RTCPeerConnection): void {
    try {
      connection.setConfiguration(this.#configuration);
    } catch (error) {
      this.#refused(error);
    }
  }

  #refused(error: unknown): void {
    this.#log.warn('ICE servers not usable', { error: error instanceof Error ? error.name : null });
  }
}
