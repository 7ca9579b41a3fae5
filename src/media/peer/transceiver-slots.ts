import { logFailure } from '../log-failure.ts';
import type { MediaSlot } from '../media-error.ts';
import type { PeerOptions } from '../peer-options.ts';
import { START_ENCODING } from './start-quality.ts';

/** Which transceiver carries what of ours. They exist before their tracks, so that no description waits for a device. */
export class TransceiverSlots {
  readonly #connection: RTCPeerConnection;
  readonly #options: PeerOptions;
  readonly transceivers = new Map<MediaSlot, RTCRtpTransceiver>();
  readonly tracks = new Map<MediaSlot, MediaStreamTrack | null>();
  /** Gives the shared screen its id in the SDP. */
  readonly #screenStream = new MediaStream();
  /** The other side is on hold: nothing is sent. */
  onHold = false;

  constructor(connection: RTCPeerConnection, options: PeerOptions) {
    this.#connection = connection;
    this.#options = options;
  }

  /** For the first offer. */
  create(video: boolean): void {
    this.add('microphone');
    if (video) this.add('camera', [START_ENCODING]);
  }

  /** For the first answer: our microphone and camera go where the offer has sound and picture. */
  adopt(): void {
    for (const slot of ['microphone', 'camera'] as const) {
      const transceiver = this.#connection
        .getTransceivers()
        .find(({ receiver, direction }) => receiver.track.kind === kindOf(slot) && direction !== 'stopped');
      if (transceiver === undefined) continue;
      const { sender } = transceiver;
      transceiver.direction = 'sendrecv';
      sender.setStreams(this.#options.userMediaStream);
      if (slot === 'camera') this.#startSmall(sender);
      this.#use(slot, transceiver);
    }
  }

  add(slot: MediaSlot, sendEncodings: RTCRtpEncodingParameters[] = []): void {
    const stream = isDevice(slot) ? this.#options.userMediaStream : this.#screenStream;
    this.#use(slot, this.#connection.addTransceiver(kindOf(slot), { streams: [stream], sendEncodings }));
  }

  setTrack(slot: MediaSlot, track: MediaStreamTrack | null): void {
    this.tracks.set(slot, track);
    this.send(slot);
  }

  /** What is ours to send flows, or stops for a hold. */
  send(slot: MediaSlot): void {
    const track = this.onHold ? null : (this.tracks.get(slot) ?? null);
    this.transceivers
      .get(slot)
      ?.sender.replaceTrack(track)
      .catch(logFailure(this.#options.log, `${slot} not sent`));
  }

  hasTrack(slot: MediaSlot): boolean {
    return Boolean(this.tracks.get(slot));
  }

  /** Whether a track has no line that sends, or a line that sends no track. */
  get isAmiss(): boolean {
    return [...this.tracks.keys()].some(
      (slot) => this.hasTrack(slot) !== (this.transceivers.get(slot)?.direction === 'sendrecv'),
    );
  }

  /** Microphone and camera stay offered without a track; a screen is offered while it is shared. */
  isSent(slot: MediaSlot): boolean {
    return this.transceivers.has(slot) && (isDevice(slot) || this.hasTrack(slot));
  }

  get ids(): { readonly userMedia: string | null; readonly screen: string | null } {
    const talks = this.isSent('microphone') || this.isSent('camera');
    const shares = this.isSent('screen') || this.isSent('screen-audio');
    return {
      userMedia: talks ? this.#options.userMediaStream.id : null,
      screen: shares ? this.#screenStream.id : null,
    };
  }

  #use(slot: MediaSlot, transceiver: RTCRtpTransceiver): void {
    this.transceivers.set(slot, transceiver);
    this.send(slot);
  }

  #startSmall(sender: RTCRtpSender): void {
    const parameters = sender.getParameters();
    for (const encoding of parameters.encodings) Object.assign(encoding, START_ENCODING);
    sender.setParameters(parameters).catch(logFailure(this.#options.log, 'start quality not set'));
  }
}

function kindOf(slot: MediaSlot): 'audio' | 'video' {
  return slot === 'camera' || slot === 'screen' ? 'video' : 'audio';
}

function isDevice(slot: MediaSlot): boolean {
  return slot === 'microphone' || slot === 'camera';
}
