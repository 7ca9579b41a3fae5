import type { Log } from '../../foundation/log.ts';
import { logFailure } from '../log-failure.ts';
import type { MediaSlot } from '../media-error.ts';
import type { PeerPort } from '../peer-port.ts';
import { Peer } from './peer.ts';
import { GROWS_AFTER, START_ENCODING } from './start-quality.ts';

/** What goes out of one connection at most. */
export interface SendingLimits {
  /** Not `active`: nothing of it is sent. */
  readonly camera: { readonly active: boolean; readonly maxBitrate: number; readonly lines: number };
  readonly screen: { readonly active: boolean; readonly maxBitrate: number };
}

/** How sending goes. */
export interface SendingTrouble {
  /** 0 to 1, of our picture's packets, as the other side reports it. */
  readonly loss: number;
  /** The browser sends less than it may: the processor does not keep up. */
  readonly isProcessorShort: boolean;
}

interface OutboundStat extends RTCStats {
  readonly fractionLost?: number;
  readonly qualityLimitationReason?: string;
}

/** Keeps what one connection sends within limits, its sound before its pictures. Made when it is connected. */
export class LimitedSending {
  readonly #peer: Peer;
  readonly #log: Log;
  #limits: SendingLimits | null = null;
  #isWanted = false;
  #isBusy = false;
  /** Starting small, growing when the bandwidth estimate has. */
  #leastScale: number = START_ENCODING.scaleResolutionDownBy;

  /** `null` where the connection is not the browser's. */
  static of(peer: PeerPort, log: Log): LimitedSending | null {
    return peer instanceof Peer ? new LimitedSending(peer, log) : null;
  }

  private constructor(peer: Peer, log: Log) {
    this.#peer = peer;
    this.#log = log;
    peer.after(GROWS_AFTER, () => {
      this.#leastScale = 1;
      this.#apply();
    });
  }

  /** Of what is sent now and from now on; once more after a track changed. */
  limit(limits: SendingLimits): void {
    this.#limits = limits;
    this.#apply();
  }

  /** `null` while no picture is sent. */
  async trouble(): Promise<SendingTrouble | null> {
    const senders = (['camera', 'screen'] as const).flatMap((slot) =>
      this.#sends(slot) ? (this.#sender(slot) ?? []) : [],
    );
    if (senders.length === 0) return null;
    const reports = await Promise.all(senders.map((sender) => sender.getStats()));
    const stats = reports.flatMap((report) => [...(report as unknown as Map<string, OutboundStat>).values()]);
    return {
      loss: Math.max(0, ...stats.map(({ fractionLost }) => fractionLost ?? 0)),
      isProcessorShort: stats.some((stat) => stat.qualityLimitationReason === 'cpu'),
    };
  }

  /** What browsers say of a picture that is paused is old. */
  #sends(slot: 'camera' | 'screen'): boolean {
    return this.#peer.slots.hasTrack(slot) && this.#limits?.[slot].active !== false;
  }

  #sender(slot: MediaSlot): RTCRtpSender | undefined {
    return this.#peer.slots.transceivers.get(slot)?.sender;
  }

  /** One change of a sender at a time: the browser refuses a second; the newest limits are those in force. */
  #apply(): void {
    this.#isWanted = true;
    if (!this.#isBusy) void this.#applyAll();
  }

  async #applyAll(): Promise<void> {
    this.#isBusy = true;
    while (this.#isWanted && !this.#peer.signal.aborted) {
      this.#isWanted = false;
      if (this.#limits === null) continue;
      const { camera, screen } = this.#limits;
      const { lines, ...limits } = camera;
      await this.#change('microphone', { priority: 'high', networkPriority: 'high' });
      await this.#change('camera', { ...limits, scaleResolutionDownBy: this.#scale(lines) });
      await this.#change('screen', screen);
    }
    this.#isBusy = false;
  }

  #scale(lines: number): number {
    const { width = 0, height = 0 } = this.#peer.slots.tracks.get('camera')?.getSettings() ?? {};
    return Math.max(this.#leastScale, Math.min(width, height) / lines);
  }

  async #change(slot: MediaSlot, wanted: RTCRtpEncodingParameters): Promise<void> {
    const sender = this.#sender(slot);
    if (sender === undefined) return;
    const parameters = sender.getParameters();
    const isSo = (encoding: RTCRtpEncodingParameters): boolean =>
      Object.entries(wanted).every(([name, value]) => Reflect.get(encoding, name) === value);
    // Firefox has no encodings before it sends.
    if (parameters.encodings.every(isSo)) return;
    for (const encoding of parameters.encodings) Object.assign(encoding, wanted);
    await sender.setParameters(parameters).catch(logFailure(this.#log, `${slot}: limits not set`));
  }
}
