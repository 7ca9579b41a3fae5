import type { CallSession, MissedCall, PeerStatistics, VoIPOptions } from '../../../src/index.ts';
import { VoIP } from '../../../src/index.ts';
import { fromMatrixClient } from '../../../src/matrix/client/index.ts';
import type { MatrixClientLike } from '../../../src/matrix/client/index.ts';
import { PageDevices } from './page-devices.ts';
import { PagePicture } from './page-picture.ts';

export type PhoneWishes = Pick<VoIPOptions, 'lifetime' | 'glare' | 'icePolicy'> & {
  /** The browser's own devices in place of the small ones. */
  ownDevices?: boolean;
};

/** What a page that uses the engine would hold: `VoIP`, players for its streams, and a record of what happened. */
export class PagePhone {
  readonly voip: VoIP;
  readonly devices = new PageDevices();
  readonly sessions: CallSession[] = [];
  readonly connections: RTCPeerConnection[] = [];
  readonly missed: MissedCall[] = [];
  /** What the delegate was called for, in order, with the states that followed. */
  readonly happened: string[] = [];
  readonly errors: string[] = [];
  readonly replaced: (readonly [before: string, after: string])[] = [];
  readonly statistics: PeerStatistics[] = [];
  readonly camera = new PagePicture();
  readonly screen = new PagePicture();
  readonly #sound = document.createElement('audio');

  constructor(client: MatrixClientLike, { ownDevices = false, ...options }: PhoneWishes) {
    this.#sound.autoplay = true;
    document.body.append(this.#sound);
    this.voip = new VoIP(
      fromMatrixClient(client),
      {
        ...(!ownDevices && { mediaDevices: this.devices.asMediaDevices() }),
        createPeerConnection: (configuration) => {
          const connection = new RTCPeerConnection(configuration);
          this.connections.push(connection);
          return connection;
        },
        playRingtone: () => this.happened.push('playRingtone'),
        stopRingtone: () => this.happened.push('stopRingtone'),
        registerListeners: (session) => this.#follow(session),
        handleNewCall: () => this.happened.push('handleNewCall'),
        handleCallEnded: () => this.happened.push('handleCallEnded'),
        handleMissedCall: (missed) => {
          this.happened.push('handleMissedCall');
          this.missed.push(missed);
        },
      },
      options,
    );
  }

  /** The newest call. */
  get call(): CallSession {
    const call = this.sessions.at(-1);
    if (!call) throw new Error('There was no call');
    return call;
  }

  get connection(): RTCPeerConnection {
    const connection = this.connections.at(-1);
    if (!connection) throw new Error('There was no peer connection');
    return connection;
  }

  #follow(session: CallSession): void {
    this.happened.push('registerListeners');
    this.sessions.push(session);
    session.on('statechange', (state) => this.happened.push(state));
    session.on('error', ({ code }) => this.errors.push(code));
    session.on('replaced', ({ callId }) => this.replaced.push([session.callId, callId]));
    session.on('streamschange', () => this.#play(session));
    session.onStatistics((statistics) => this.statistics.push(statistics));
  }

  #play(session: CallSession): void {
    if (session !== this.call) return;
    this.camera.show(session.remoteUserMediaStream);
    this.screen.show(session.remoteScreenSharingStream);
    this.#sound.srcObject = session.remoteUserMediaStream;
  }
}
