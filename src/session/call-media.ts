import type { CallInput } from '../call/call-input.ts';
import type { CallType } from '../call/call-state.ts';
import type { ListenOptions, Unsubscribe } from '../foundation/emitter.ts';
import type { LocalMediaPort } from '../media/local-media-port.ts';
import type { PeerPort, PeerStatistics } from '../media/peer-port.ts';
import type { StreamMetadataMap } from '../signalling/stream-metadata.ts';
import type { SessionCommand } from './call-runner.ts';
import type { CallSessionPorts } from './call-session-ports.ts';
import { localMetadata } from './call-streams.ts';
import type { TalkingCommand } from './talking.ts';

type MediaCommand = Exclude<SessionCommand, { readonly do: 'send' }>;

export interface CallMediaOptions extends Pick<
  CallSessionPorts,
  'log' | 'localMedia' | 'iceServers' | 'createPeer' | 'mayPrompt'
> {
  readonly type: CallType;
  readonly polite: boolean;
  readonly report: (input: CallInput) => void;
  /** Streams, their tracks or what flows in them changed. */
  readonly onChange: () => void;
  readonly talk: (command: TalkingCommand) => void;
}

/** One call's peer connection and local media: carries out what the machine asks and reports back. */
export class CallMedia {
  readonly options: CallMediaOptions;
  readonly localMedia: LocalMediaPort;
  readonly #closed = new AbortController();
  #opening: Promise<PeerPort> | null = null;
  #handedOver = false;
  /** `null` until it was made. */
  peer: PeerPort | null = null;
  /** Which of the two is wanted when the call opens its media; the person may choose less than was offered. */
  wanted: { readonly microphone: boolean; readonly camera: boolean };

  constructor(options: CallMediaOptions) {
    this.options = options;
    this.localMedia = options.localMedia;
    this.wanted = { microphone: true, camera: options.type === 'video' };
    const { signal } = this.#closed;
    this.localMedia.on('track', ({ slot, track }) => this.peer?.setTrack(slot, track), { signal });
    this.localMedia.on('slot', options.onChange, { signal });
  }

  execute(command: MediaCommand): void {
    const { report, type } = this.options;
    switch (command.do) {
      case 'open-media':
        this.#openForOutgoing();
        return;
      case 'create-offer':
        this.#step(async (peer) => {
          const offer = await peer.createOffer({ video: type === 'video' });
          report({ type: 'offer-ready', offer, metadata: this.metadata(peer) });
        });
        return;
      case 'accept-offer':
        this.#step((peer) => peer.acceptOffer(command.offer));
        return;
      case 'create-answer':
        this.#openForAnswer();
        this.#step(async (peer) => {
          const answer = await peer.createAnswer();
          report({ type: 'answer-ready', answer, metadata: this.metadata(peer) });
        });
        return;
      case 'accept-answer':
        this.#step((peer) => peer.acceptAnswer(command.answer));
        return;
      case 'add-candidates':
        this.withPeer((peer) => peer.addCandidates(command.candidates));
        return;
      case 'release-candidates':
        this.withPeer((peer) => peer.release());
        return;
      case 'close':
        this.close();
        return;
      default:
        this.options.talk(command);
    }
  }

  /** What we say of our streams now. */
  metadata(peer: PeerPort): StreamMetadataMap {
    return localMetadata(this.localMedia, peer);
  }

  /** Begins when there is a peer connection. */
  onStatistics(listener: (statistics: PeerStatistics) => void, options: ListenOptions): Unsubscribe {
    const stop = new AbortController();
    const signal = AbortSignal.any([stop.signal, options.signal ?? this.#closed.signal]);
    this.withPeer((peer) => {
      if (!signal.aborted) signal.addEventListener('abort', peer.onStatistics(listener));
    });
    return () => stop.abort();
  }

  /** Another call takes the local media over: closing this one leaves them open. */
  handOver(): LocalMediaPort {
    this.#handedOver = true;
    return this.localMedia;
  }

  close(): void {
    this.#closed.abort();
    if (!this.#handedOver) this.localMedia.close();
    this.peer?.close();
  }

  /** Makes the peer connection where there is none. Nothing happens once the call has ended. */
  withPeer(operation: (peer: PeerPort) => void | Promise<void>, onFailure?: () => void): void {
    this.#opening ??= this.#openPeer();
    this.#opening
      .then((peer) => (this.#closed.signal.aborted ? undefined : operation(peer)))
      .catch((error: unknown) => {
        if (this.#closed.signal.aborted) return;
        // By its code or name: a browser's message may quote the description.
        const { code, name } = error as { code?: unknown; name: string };
        this.options.log.warn('A media operation failed', { reason: typeof code === 'string' ? code : name });
        onFailure?.();
      });
  }

  /** A step without which there is no call. */
  #step(operation: (peer: PeerPort) => Promise<void>): void {
    this.withPeer(operation, () => this.options.report({ type: 'description-failed' }));
  }

  #openForAnswer(): void {
    const { localMedia, wanted } = this;
    // Media that another call handed over may hold more than this answer wants.
    if (!wanted.camera && localMedia.slots.camera === 'on') void localMedia.setCameraMuted(true);
    void localMedia.open(wanted);
  }

  #openForOutgoing(): void {
    const { type, mayPrompt, report } = this.options;
    const ready = (): void => report({ type: 'media-ready' });
    this.withPeer(() => undefined);
    const opened = this.localMedia.open(this.wanted);
    // A person who is asked answers before anything rings; where nobody is asked the call need not wait for the camera.
    void mayPrompt(type).then((prompts) => (prompts ? opened.then(ready) : ready()));
  }

  async #openPeer(): Promise<PeerPort> {
    const peer = await this.options.createPeer(this.options.polite);
    if (this.#closed.signal.aborted) {
      peer.close();
      return peer;
    }
    this.peer = peer;
    this.#listenTo(peer);
    for (const slot of ['microphone', 'camera', 'screen', 'screen-audio'] as const) {
      const track = this.localMedia.track(slot);
      if (track !== null) peer.setTrack(slot, track);
    }
    return peer;
  }

  #listenTo(peer: PeerPort): void {
    const { report, onChange } = this.options;
    const { signal } = this.#closed;
    peer.on('candidates', (candidates) => report({ type: 'local-candidates', candidates }), { signal });
    peer.on(
      'connectivity',
      (now) => {
        if (now !== 'new' && now !== 'checking') report({ type: `media-${now}` });
      },
      { signal },
    );
    peer.on(
      'negotiation',
      (description) => report({ type: 'negotiation-ready', description, metadata: this.metadata(peer) }),
      { signal },
    );
    peer.on('heldbyremote', (onHold) => report({ type: 'held', onHold }), { signal });
    peer.on('remotestreams', onChange, { signal });
  }
}
