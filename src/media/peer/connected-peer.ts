import { logFailure } from '../log-failure.ts';
import type { PeerStatistics } from '../peer-port.ts';
import { arrange } from './arrange.ts';
import type { Negotiation } from './negotiation.ts';
import { receivesNothing } from './receives-nothing.ts';
import { Renegotiation } from './renegotiation.ts';
import { sampleStatistics } from './sample-statistics.ts';
import { GROWS_AFTER } from './start-quality.ts';

/** What a call in progress asks of its connection: fetched once it is connected, or when it is wanted before. */
export class ConnectedPeer extends Renegotiation {
  #heldByRemote = false;

  constructor(peer: Negotiation) {
    super(peer);
    const { connection, signal } = peer;
    const described = (): void => this.#watchHold();
    connection.addEventListener('signalingstatechange', described, { signal });
    described();
  }

  /** Raises the camera to its full resolution, soon. */
  raiseQuality(): void {
    const { options, slots } = this.peer;
    this.peer.after(GROWS_AFTER, () => {
      const sender = slots.transceivers.get('camera')?.sender;
      if (sender === undefined) return;
      const parameters = sender.getParameters();
      // Where the bitrate is limited somebody else decides about the size, too: one camera goes out to many.
      if (parameters.encodings.some(({ maxBitrate }) => maxBitrate !== undefined)) return;
      for (const encoding of parameters.encodings) encoding.scaleResolutionDownBy = 1;
      // Refused only while another change of the same sender is under way; the picture stays small then.
      sender.setParameters(parameters).catch(logFailure(options.log, 'the picture stays small'));
    });
  }

  arrange(): void {
    arrange(this.peer);
  }

  setRemoteOnHold(onHold: boolean): void {
    const { slots } = this.peer;
    slots.onHold = onHold;
    for (const slot of slots.transceivers.keys()) slots.send(slot);
    this.arrange();
  }

  restartIce({ relayOnly }: { readonly relayOnly: boolean }): void {
    if (relayOnly) this.#configure({ iceTransportPolicy: 'relay' });
    this.peer.connection.restartIce();
  }

  setIceServers(servers: readonly RTCIceServer[]): void {
    this.#configure({ iceServers: [...servers] });
  }

  sendDtmf(tones: string): void {
    const dtmf = this.peer.slots.transceivers.get('microphone')?.sender.dtmf;
    // A new call of insertDTMF replaces what is still to be played.
    if (dtmf?.canInsertDTMF === true) dtmf.insertDTMF(dtmf.toneBuffer + tones);
  }

  async measure(tell: (statistics: PeerStatistics) => void, wanted: AbortSignal): Promise<void> {
    const { connection, options, signal } = this.peer;
    const both = AbortSignal.any([signal, wanted]);
    if (!both.aborted) await sampleStatistics({ connection, clock: options.clock, signal: both, tell });
  }

  #configure(change: RTCConfiguration): void {
    const { connection, options } = this.peer;
    try {
      connection.setConfiguration({ ...connection.getConfiguration(), ...change });
    } catch (error) {
      logFailure(options.log, 'ICE servers not usable')(error);
    }
  }

  #watchHold(): void {
    const held = receivesNothing(this.peer.connection.remoteDescription?.sdp ?? '');
    if (held === this.#heldByRemote) return;
    this.#heldByRemote = held;
    this.peer.emit('heldbyremote', held);
  }
}
