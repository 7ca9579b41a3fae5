import { untilLoaded } from '../../foundation/until-loaded.ts';
import { ClosingEmitter } from '../closing-emitter.ts';
import { logFailure } from '../log-failure.ts';
import { MediaError } from '../media-error.ts';
import type { PeerOptions } from '../peer-options.ts';
import type { PeerEvents, SessionDescription } from '../peer-port.ts';
import { CandidateInbox } from './candidate-inbox.ts';
import { CandidateOutbox } from './candidate-outbox.ts';
import type { ConnectedPeer } from './connected-peer.ts';
import { openConnection } from './open-connection.ts';
import { OperationQueue } from './operation-queue.ts';
import { candidatesIn, iceUfrags, isUsable, withoutCandidates, withStartBitrate } from './sdp-text.ts';
import { START_BITRATE } from './start-quality.ts';
import { TransceiverSlots } from './transceiver-slots.ts';

/** ms that a description waits for its first candidate. */
const FIRST_CANDIDATE = 50;

/** A connection and its descriptions: the first offer and answer, and what those after them are made with. */
export class Negotiation extends ClosingEmitter<PeerEvents> {
  readonly options: PeerOptions;
  readonly connection: RTCPeerConnection;
  readonly slots: TransceiverSlots;
  readonly inbox: CandidateInbox;
  readonly outbox: CandidateOutbox;
  /** Operations run one after the other: the signalling state alone tells a collision. */
  readonly #queue = new OperationQueue(this.signal);
  /** Until the first offer and answer are done nothing renegotiates; what asked for it meanwhile is done then. */
  #isStarted = false;
  #needed = false;
  #fetched: Promise<ConnectedPeer> | undefined;

  constructor(options: PeerOptions) {
    super();
    this.options = options;
    const { signal } = this;
    const connection = openConnection(options);
    this.connection = connection;
    this.slots = new TransceiverSlots(connection, options);
    this.inbox = new CandidateInbox(connection, options.log);
    this.outbox = new CandidateOutbox(
      (ms, task) => this.after(ms, task),
      (batch) => this.emit('candidates', batch),
    );
    connection.addEventListener('negotiationneeded', () => this.#renegotiate(), { signal });
  }

  /** A timer that ends with the connection. */
  after(ms: number, task: () => void): () => void {
    const cancel = this.options.clock.after(ms, task);
    this.signal.addEventListener('abort', cancel, { once: true });
    return cancel;
  }

  createOffer({ video }: { readonly video: boolean }): Promise<SessionDescription> {
    return this.#queue.run(async () => {
      this.slots.create(video);
      await this.connection.setLocalDescription();
      await this.outbox.first(FIRST_CANDIDATE);
      return this.handOut('offer');
    });
  }

  acceptAnswer(answer: SessionDescription): Promise<void> {
    return this.#queue.run(async () => {
      await this.setRemote(answer);
      this.#start();
    });
  }

  acceptOffer(offer: SessionDescription): Promise<void> {
    this.inbox.isHeld = true;
    return this.#queue.run(async () => {
      await this.setRemote(offer);
      this.slots.adopt();
      await this.answer();
    });
  }

  createAnswer(): Promise<SessionDescription> {
    return this.#queue.run(async () => {
      await this.outbox.first(FIRST_CANDIDATE);
      const answer = this.handOut('answer');
      this.#start();
      return answer;
    });
  }

  negotiate(description: SessionDescription): Promise<SessionDescription | null> {
    return this.#queue.run(async () => (await this.#fetch()).negotiate(description));
  }

  override close(): void {
    super.close();
    this.connection.close();
  }

  /** Does what only a call in progress needs, in the order of asking. */
  later(task: (peer: ConnectedPeer) => unknown): void {
    this.#fetch()
      .then((peer) => (this.signal.aborted ? undefined : task(peer)))
      .catch(logFailure(this.options.log, 'not done for this call'));
  }

  /** A track that has no line yet, or a line that lost its track, is told to the other side. */
  arrange(): void {
    if (this.#isStarted && this.slots.isAmiss) this.later((peer) => peer.arrange());
  }

  async answer(): Promise<void> {
    await this.connection.setLocalDescription().catch(refuse);
  }

  async setRemote({ type, sdp }: SessionDescription): Promise<void> {
    const { connection, inbox } = this;
    this.#needed = false;
    if (!isUsable(sdp)) refuse();
    const applied = withStartBitrate(inbox.isHeld ? withoutCandidates(sdp) : sdp, START_BITRATE);
    await connection.setRemoteDescription({ type, sdp: applied }).catch(refuse);
    if (inbox.isHeld) inbox.add(candidatesIn(sdp));
    inbox.described(iceUfrags(sdp));
  }

  handOut(type: SessionDescription['type']): SessionDescription {
    this.outbox.handedOut();
    return { type, sdp: this.connection.localDescription?.sdp ?? '' };
  }

  /** Once the call is connected, or when it is wanted before. */
  #fetch(): Promise<ConnectedPeer> {
    return (this.#fetched ??= untilLoaded(
      async () => {
        const { ConnectedPeer } = await import('./connected-peer.ts');
        return new ConnectedPeer(this);
      },
      (ms, task) => this.after(ms, task),
      logFailure(this.options.log, 'A part of the script did not come'),
    ));
  }

  #start(): void {
    this.#isStarted = true;
    this.arrange();
    if (this.#needed) this.#renegotiate();
  }

  #renegotiate(): void {
    this.#needed = !this.#isStarted;
    if (this.#needed) return;
    this.#queue
      .run(async () => (await this.#fetch()).renegotiate())
      .catch(logFailure(this.options.log, 'no offer could be made'));
  }
}

/** Without the cause: the browser's message quotes the description. */
function refuse(): never {
  throw new MediaError('bad-description');
}
