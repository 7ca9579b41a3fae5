import type { PeerConnectivity } from '../peer-port.ts';

const CONNECTIVITY = {
  new: 'new',
  connecting: 'checking',
  connected: 'connected',
  disconnected: 'disconnected',
  failed: 'failed',
} as const satisfies Record<Exclude<RTCPeerConnectionState, 'closed'>, PeerConnectivity>;

interface ConnectivityOptions {
  readonly connection: RTCPeerConnection;
  readonly signal: AbortSignal;
  readonly changed: (connectivity: PeerConnectivity) => void;
}

/** ICE and DTLS in one word. */
export class Connectivity {
  #current: PeerConnectivity = 'new';

  constructor({ connection, signal, changed }: ConnectivityOptions) {
    connection.addEventListener(
      'connectionstatechange',
      () => {
        const state = connection.connectionState;
        if (state === 'closed' || CONNECTIVITY[state] === this.#current) return;
        this.#current = CONNECTIVITY[state];
        changed(this.#current);
      },
      { signal },
    );
  }

  get current(): PeerConnectivity {
    return this.#current;
  }
}
