import type { Log } from '../../foundation/log.ts';
import type { MediaSlot } from '../media-error.ts';

const KIND = {
  microphone: 'audio',
  camera: 'video',
  screen: 'video',
  'screen-audio': 'audio',
} as const satisfies Record<MediaSlot, 'audio' | 'video'>;

interface SlotsOptions {
  readonly connection: RTCPeerConnection;
  readonly userMediaStream: MediaStream;
  /** How a camera that is there from the start is sent at first. */
  readonly cameraEncoding: RTCRtpEncodingParameters;
  readonly log: Log;
}

/** Which transceiver carries what of ours. They exist before their tracks, so that no description waits for a device. */
export class TransceiverSlots {
  readonly #options: SlotsOptions;
  readonly #transceivers = new Map<MediaSlot, RTCRtpTransceiver>();
  readonly #tracks = new Map<MediaSlot, MediaStreamTrack>();
  /** Gives the shared screen its id in the SDP. */
  readonly #screenStream = new MediaStream();
  #mayAdd = false;
  #onHold = false;

  constructor(options: SlotsOptions) {
    this.#options = options;
  }

  /** For the first offer. */
  create(kinds: { readonly video: boolean }): void {
    this.#add('microphone');
    if (kinds.video) this.#add('camera');
  }

  /** For the first answer: our microphone and camera go where the offer has sound and picture. */
  adopt(): void {
    for (const slot of ['microphone', 'camera'] as const) {
      const transceiver = this.#options.connection
        .getTransceivers()
        .find(({ receiver, direction }) => receiver.track.kind === KIND[slot] && direction !== 'stopped');
      if (transceiver === undefined) continue;
      transceiver.sender.setStreams(this.#options.userMediaStream);
      this.#transceivers.set(slot, transceiver);
      if (slot === 'camera') this.#startSmall(transceiver.sender);
      this.#send(slot);
    }
    this.direct();
  }

  /** The first offer and answer are done: what had to wait for a transceiver gets one. */
  allowAdding(): void {
    this.#mayAdd = true;
    for (const slot of this.#tracks.keys()) this.#place(slot);
    this.direct();
  }

  setTrack(slot: MediaSlot, track: MediaStreamTrack | null): void {
    if (track === null) this.#tracks.delete(slot);
    else this.#tracks.set(slot, track);
    this.#place(slot);
    this.#send(slot);
    if (this.#mayAdd) this.direct();
  }

  setOnHold(onHold: boolean): void {
    this.#onHold = onHold;
    for (const slot of this.#transceivers.keys()) this.#send(slot);
    this.direct();
  }

  sender(slot: MediaSlot): RTCRtpSender | null {
    return this.#transceivers.get(slot)?.sender ?? null;
  }

  get ids(): { readonly userMedia: string | null; readonly screen: string | null } {
    const talks = this.#isSent('microphone') || this.#isSent('camera');
    const shares = this.#isSent('screen') || this.#isSent('screen-audio');
    return {
      userMedia: talks ? this.#options.userMediaStream.id : null,
      screen: shares ? this.#screenStream.id : null,
    };
  }

  /** Sets every direction to what we want; also for transceivers that a remote offer made. */
  direct(): void {
    const ours = new Map([...this.#transceivers].map(([slot, transceiver]) => [transceiver, slot]));
    for (const transceiver of this.#options.connection.getTransceivers()) {
      if (transceiver.direction === 'stopped') continue;
      const slot = ours.get(transceiver);
      const sends = slot !== undefined && this.#isSent(slot);
      // Every line may carry the other side's media too: matrix-js-sdk puts its screen on the line of ours.
      const wanted = sends
        ? this.#onHold
          ? 'sendonly'
          : 'sendrecv'
        : this.#onHold
          ? 'inactive'
          : 'recvonly';
      if (transceiver.direction !== wanted) transceiver.direction = wanted;
    }
  }

  /** Microphone and camera stay offered without a track; a screen is offered while it is shared. */
  #isSent(slot: MediaSlot): boolean {
    if (!this.#transceivers.has(slot)) return false;
    return slot === 'microphone' || slot === 'camera' || this.#tracks.has(slot);
  }

  #place(slot: MediaSlot): void {
    // The other side may have refused the line: a line of a stopped transceiver is not used again.
    if (this.#transceivers.get(slot)?.direction === 'stopped') this.#transceivers.delete(slot);
    if (this.#mayAdd && this.#tracks.has(slot) && !this.#transceivers.has(slot)) this.#add(slot);
  }

  #add(slot: MediaSlot): void {
    const { connection, userMediaStream, cameraEncoding } = this.#options;
    const isScreen = slot === 'screen' || slot === 'screen-audio';
    const init: RTCRtpTransceiverInit = {
      direction: 'sendrecv',
      streams: [isScreen ? this.#screenStream : userMediaStream],
    };
    // Later the path is measured, and there is nothing to start small for.
    if (slot === 'camera' && !this.#mayAdd) init.sendEncodings = [cameraEncoding];
    this.#transceivers.set(slot, connection.addTransceiver(KIND[slot], init));
    this.#send(slot);
  }

  #send(slot: MediaSlot): void {
    const sender = this.sender(slot);
    const track = this.#onHold ? null : (this.#tracks.get(slot) ?? null);
    sender?.replaceTrack(track).catch((error: unknown) => {
      this.#failed('track not sent', slot, error);
    });
  }

  #startSmall(sender: RTCRtpSender): void {
    const parameters = sender.getParameters();
    parameters.encodings = parameters.encodings.map((encoding) => ({
      ...encoding,
      ...this.#options.cameraEncoding,
    }));
    sender.setParameters(parameters).catch((error: unknown) => {
      this.#failed('start quality not set', 'camera', error);
    });
  }

  #failed(message: string, slot: MediaSlot, error: unknown): void {
    this.#options.log.warn(message, { slot, error: error instanceof Error ? error.name : null });
  }
}
