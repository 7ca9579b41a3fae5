import type { CallCommand } from '../call/call-command.ts';
import type { CallInput } from '../call/call-input.ts';
import type { CallType } from '../call/call-state.ts';
import { Emitter } from '../foundation/emitter.ts';
import type { ListenOptions, Unsubscribe } from '../foundation/emitter.ts';
import type { Log } from '../foundation/log.ts';
import type { LocalMediaPort } from '../media/local-media-port.ts';
import type { PeerConnectivity, PeerPort, PeerStatistics } from '../media/peer-port.ts';
import type { SessionDescription } from '../signalling/session-description.ts';
import type { StreamMetadataMap } from '../signalling/stream-metadata.ts';
import { localMetadata } from './call-streams.ts';

export type MediaCommand = Exclude<CallCommand, { readonly do: 'send' } | { readonly timer: string }>;

export interface CallMediaOptions {
  readonly type: CallType;
  readonly localMedia: LocalMediaPort;
  /** Ready once relay servers are known, or nobody waits for them any longer. */
  readonly createPeer: () => Promise<PeerPort>;
  /** Fresh ones for an ICE restart; never rejects. */
  readonly iceServers: () => Promise<readonly RTCIceServer[]>;
  /** Whether opening microphone and camera will ask the person first. */
  readonly mayPrompt: () => Promise<boolean>;
  readonly report: (input: CallInput) => void;
  /** Streams, their tracks or what flows in them changed. */
  readonly onChange: () => void;
  readonly log: Log;
}

const CONNECTIVITY: Partial<Record<PeerConnectivity, CallInput>> = {
  connected: { type: 'media-connected' },
  disconnected: { type: 'media-disconnected' },
  failed: { type: 'media-failed' },
};

/** One call's peer connection and local media: carries out what the machine asks and reports back. */
export class CallMedia {
  readonly #options: CallMediaOptions;
  readonly #closed = new AbortController();
  #localMedia: LocalMediaPort;
  #opening: Promise<PeerPort> | null = null;
  #peer: PeerPort | null = null;
  #handedOver = false;
  readonly #statistics = new Emitter<{ statistics: PeerStatistics }>();
  #stopMeasuring: (() => void) | null = null;
  /** Which of the two is wanted when the call opens its media; the person may choose less than was offered. */
  wanted: { readonly microphone: boolean; readonly camera: boolean };

  constructor(options: CallMediaOptions) {
    this.#options = options;
    this.#localMedia = options.localMedia;
    this.wanted = { microphone: true, camera: options.type === 'video' };
    this.#listenToLocalMedia();
  }

  get localMedia(): LocalMediaPort {
    return this.#localMedia;
  }

  /** `null` until it was made. */
  get peer(): PeerPort | null {
    return this.#peer;
  }

  execute(command: MediaCommand): void {
    switch (command.do) {
      case 'open-media':
        this.#openForOutgoing();
        return;
      case 'create-offer':
        this.#describe(
          (peer) => peer.createOffer({ video: this.#options.type === 'video' }),
          (offer, metadata) => ({ type: 'offer-ready', offer, metadata }),
        );
        return;
      case 'accept-offer':
        this.#step((peer) => peer.acceptOffer(command.offer));
        return;
      case 'create-answer':
        this.#openForAnswer();
        this.#describe(
          (peer) => peer.createAnswer(),
          (answer, metadata) => ({ type: 'answer-ready', answer, metadata }),
        );
        return;
      case 'accept-answer':
        this.#step((peer) => peer.acceptAnswer(command.answer));
        return;
      case 'negotiate':
        this.#negotiate(command);
        return;
      case 'restart-ice':
        this.#restartIce(command);
        return;
      case 'resend-candidates':
        this.#withPeer((peer) => {
          this.#options.report({ type: 'local-candidates', candidates: peer.localCandidates() });
        });
        return;
      case 'close':
        this.close();
        return;
      default:
        this.#tell(command);
    }
  }

  /** What we say of our streams now; `null` while there is no peer connection. */
  metadata(): StreamMetadataMap | null {
    return this.#peer === null ? null : localMetadata(this.#localMedia, this.#peer);
  }

  /** Begins when there is a peer connection. */
  onStatistics(listener: (statistics: PeerStatistics) => void, { signal }: ListenOptions): Unsubscribe {
    if (signal?.aborted === true) return () => undefined;
    const unsubscribe = this.#statistics.on('statistics', listener);
    const stop = (): void => {
      signal?.removeEventListener('abort', stop);
      unsubscribe();
      this.#measure();
    };
    signal?.addEventListener('abort', stop);
    this.#measure();
    return stop;
  }

  /** Another call takes the local media over: closing this one leaves them open. */
  handOver(): LocalMediaPort {
    this.#handedOver = true;
    return this.#localMedia;
  }

  close(): void {
    this.#closed.abort();
    if (!this.#handedOver) this.#localMedia.close();
    this.#stopMeasuring?.();
    this.#peer?.close();
  }

  /** The peer connection measures only while somebody listens. */
  #measure(): void {
    if (this.#statistics.size === 0) {
      this.#stopMeasuring?.();
      this.#stopMeasuring = null;
    } else if (!this.#closed.signal.aborted) {
      this.#stopMeasuring ??=
        this.#peer?.onStatistics((statistics) => {
          this.#statistics.emit('statistics', statistics);
        }) ?? null;
    }
  }

  #tell(command: Exclude<MediaCommand, { do: 'close' }>): void {
    this.#withPeer((peer) => {
      if (command.do === 'add-candidates') peer.addCandidates(command.candidates);
      else if (command.do === 'release-candidates') peer.release();
      else if (command.do === 'set-remote-on-hold') peer.setRemoteOnHold(command.onHold);
    });
  }

  #openForAnswer(): void {
    const { localMedia, wanted } = this;
    // Media that another call handed over may hold more than this answer wants.
    if (!wanted.camera && localMedia.slots.camera === 'on') void localMedia.setCameraMuted(true);
    void localMedia.open(wanted);
  }

  #openForOutgoing(): void {
    const ready = (): void => {
      if (!this.#closed.signal.aborted) this.#options.report({ type: 'media-ready' });
    };
    this.#withPeer(() => undefined);
    const opened = this.#localMedia.open(this.wanted);
    // A person who is asked answers before anything rings; where nobody is asked the call need not wait for the camera.
    void this.#options.mayPrompt().then((mayPrompt) => (mayPrompt ? opened.then(ready) : ready()));
  }

  #restartIce({ relayOnly }: Extract<MediaCommand, { do: 'restart-ice' }>): void {
    this.#withPeer(async (peer) => {
      const servers = await this.#options.iceServers();
      if (this.#closed.signal.aborted) return;
      peer.setIceServers(servers);
      // Where there is no relay, insisting on one would take the last chance away.
      const hasRelay = servers.some(({ urls }) => [urls].flat().some((url) => /^turns?:/.test(url)));
      peer.restartIce({ relayOnly: relayOnly && hasRelay });
    });
  }

  #negotiate({ description }: Extract<MediaCommand, { do: 'negotiate' }>): void {
    this.#withPeer(async (peer) => {
      const answer = await peer.negotiate(description);
      if (answer === null || this.#closed.signal.aborted) return;
      const metadata = localMetadata(this.#localMedia, peer);
      this.#options.report({ type: 'negotiation-ready', description: answer, metadata });
    });
  }

  #describe(
    make: (peer: PeerPort) => Promise<SessionDescription>,
    ready: (description: SessionDescription, metadata: StreamMetadataMap) => CallInput,
  ): void {
    this.#step(async (peer) => {
      const description = await make(peer);
      if (this.#closed.signal.aborted) return;
      this.#options.report(ready(description, localMetadata(this.#localMedia, peer)));
    });
  }

  /** A step without which there is no call. */
  #step(operation: (peer: PeerPort) => Promise<void>): void {
    this.#withPeer(operation, () => {
      this.#options.report({ type: 'description-failed' });
    });
  }

  #withPeer(
    operation: (peer: PeerPort) => void | Promise<void>,
    onFailure: () => void = () => undefined,
  ): void {
    this.#opening ??= this.#openPeer();
    this.#opening
      .then((peer) => (this.#closed.signal.aborted ? undefined : operation(peer)))
      .catch((error: unknown) => {
        if (this.#closed.signal.aborted) return;
        // By its code or name: a browser's message may quote the description.
        const { code, name } = error as { code?: unknown; name?: unknown };
        const reason = typeof code === 'string' ? code : String(name);
        this.#options.log.warn('A media operation failed', { reason });
        onFailure();
      });
  }

  async #openPeer(): Promise<PeerPort> {
    const peer = await this.#options.createPeer();
    if (this.#closed.signal.aborted) {
      peer.close();
      return peer;
    }
    this.#peer = peer;
    this.#measure();
    this.#listenToPeer(peer);
    for (const slot of ['microphone', 'camera', 'screen', 'screen-audio'] as const) {
      const track = this.#localMedia.track(slot);
      if (track !== null) peer.setTrack(slot, track);
    }
    return peer;
  }

  #listenToPeer(peer: PeerPort): void {
    const { report, onChange } = this.#options;
    const { signal } = this.#closed;
    peer.on('candidates', (candidates) => report({ type: 'local-candidates', candidates }), {
      signal,
    });
    peer.on(
      'connectivity',
      (connectivity) => {
        const input = CONNECTIVITY[connectivity];
        if (input !== undefined) report(input);
      },
      { signal },
    );
    peer.on(
      'negotiation',
      (description) => {
        const metadata = localMetadata(this.#localMedia, peer);
        report({ type: 'negotiation-ready', description, metadata });
      },
      { signal },
    );
    peer.on('heldbyremote', (onHold) => report({ type: 'held', onHold }), { signal });
    peer.on('remotestreams', onChange, { signal });
  }

  #listenToLocalMedia(): void {
    const { signal } = this.#closed;
    this.#localMedia.on('track', ({ slot, track }) => this.#peer?.setTrack(slot, track), {
      signal,
    });
    this.#localMedia.on('slot', () => this.#options.onChange(), { signal });
  }
}
