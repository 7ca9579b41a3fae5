import type { Log } from '../../foundation/log.ts';
import { MediaError } from '../media-error.ts';
import type { SessionDescription } from '../peer-port.ts';
import type { CandidateInbox } from './candidate-inbox.ts';
import type { CandidateOutbox } from './candidate-outbox.ts';
import { OperationQueue } from './operation-queue.ts';
import { candidatesIn, isUsable, iceUfrags, withoutCandidates, withStartBitrate } from './sdp-text.ts';
import { START_BITRATE } from './start-quality.ts';
import type { TransceiverSlots } from './transceiver-slots.ts';

/** ms that a description waits for its first candidate. */
const FIRST_CANDIDATE = 50;

interface NegotiationOptions {
  readonly connection: RTCPeerConnection;
  readonly polite: boolean;
  readonly slots: TransceiverSlots;
  readonly inbox: CandidateInbox;
  readonly outbox: CandidateOutbox;
  readonly signal: AbortSignal;
  readonly log: Log;
  /** An offer of ours after the first. */
  readonly offer: (description: SessionDescription) => void;
  /** The other side's description is in force. */
  readonly remoteChanged: (sdp: string) => void;
}

/**
 * The first offer and answer, and perfect negotiation after them (W3C webrtc-pc §10.7). All operations go through one
 * queue, so that the example's `makingOffer` and `isSettingRemoteAnswerPending` are over when a description's turn comes
 * and the signalling state alone tells a collision.
 */
export class Negotiation {
  readonly #options: NegotiationOptions;
  readonly #queue: OperationQueue;
  /** Until the first offer and answer are done nothing renegotiates; what asked for it meanwhile is done then. */
  #started = false;
  #needed = false;
  /**
   * The polite side's offer, in force only once it is answered: then an offer that comes first has nothing to roll back.
   * Chromium 156 shows no received picture any more after a rollback, although it decodes on.
   */
  #announced: RTCSessionDescriptionInit | null = null;

  constructor(options: NegotiationOptions) {
    this.#options = options;
    this.#queue = new OperationQueue(options.signal);
    options.connection.addEventListener(
      'negotiationneeded',
      () => {
        if (this.#started) this.#renegotiate();
        else this.#needed = true;
      },
      { signal: options.signal },
    );
  }

  createOffer(kinds: { readonly video: boolean }): Promise<SessionDescription> {
    return this.#queue.run(async () => {
      this.#options.slots.create(kinds);
      await this.#setLocal();
      await this.#options.outbox.first(FIRST_CANDIDATE);
      return this.#handOut();
    });
  }

  acceptAnswer(answer: SessionDescription): Promise<void> {
    return this.#queue.run(async () => {
      this.#needed = false;
      await this.#setRemote(answer);
      this.#start();
    });
  }

  acceptOffer(offer: SessionDescription): Promise<void> {
    this.#options.inbox.hold();
    return this.#queue.run(async () => {
      await this.#setRemote(offer);
      this.#options.slots.adopt();
      this.#needed = false;
      await this.#answer();
    });
  }

  createAnswer(): Promise<SessionDescription> {
    return this.#queue.run(async () => {
      await this.#options.outbox.first(FIRST_CANDIDATE);
      const answer = this.#handOut();
      this.#start();
      return answer;
    });
  }

  negotiate(description: SessionDescription): Promise<SessionDescription | null> {
    return this.#queue.run(() =>
      description.type === 'answer' ? this.#takeAnswer(description) : this.#takeOffer(description),
    );
  }

  async #takeAnswer(answer: SessionDescription): Promise<null> {
    const { connection, log } = this.#options;
    const announced = this.#announced;
    this.#announced = null;
    if (announced !== null) await this.#setLocal(announced);
    if (connection.signalingState === 'have-local-offer') await this.#setRemote(answer);
    else log.debug('answer without an offer ignored', { state: connection.signalingState });
    return null;
  }

  async #takeOffer(offer: SessionDescription): Promise<SessionDescription | null> {
    const { connection, polite, log, slots } = this.#options;
    if (!polite && connection.signalingState !== 'stable') {
      log.debug('offer ignored: ours goes first');
      return null;
    }
    // Ours lost; the browser asks for it again when this one is answered.
    this.#announced = null;
    await this.#setRemote(offer);
    slots.direct();
    await this.#answer();
    return this.#handOut();
  }

  #start(): void {
    this.#started = true;
    this.#options.slots.allowAdding();
    if (this.#needed) this.#renegotiate();
  }

  #renegotiate(): void {
    const { connection, polite, log, offer } = this.#options;
    this.#queue
      .run(async () => {
        // An offer came first; the browser asks again once it is answered, if there is still something to say.
        if (connection.signalingState !== 'stable' || this.#announced !== null) return;
        if (polite) {
          this.#announced = await connection.createOffer();
          offer({ type: 'offer', sdp: this.#announced.sdp ?? '' });
        } else {
          await this.#setLocal();
          offer(this.#handOut());
        }
      })
      .catch((error: unknown) => {
        log.warn('no offer could be made', { error: error instanceof Error ? error.name : null });
      });
  }

  async #answer(): Promise<void> {
    try {
      await this.#setLocal();
    } catch {
      throw await this.#refused();
    }
  }

  /** Chromium may find out only when the offer is in force, or when it answers. */
  async #refused(): Promise<MediaError> {
    const { connection, log } = this.#options;
    if (connection.signalingState === 'have-remote-offer') {
      await connection.setRemoteDescription({ type: 'rollback' }).catch(() => {
        log.warn('an offer could not be taken back');
      });
    }
    // Without its cause: the browser's message quotes the description.
    return new MediaError('bad-description');
  }

  async #setLocal(description?: RTCSessionDescriptionInit): Promise<void> {
    const { connection, outbox } = this.#options;
    await connection.setLocalDescription(description);
    const [ufrag = ''] = iceUfrags(connection.localDescription?.sdp ?? '');
    outbox.startGeneration(ufrag);
  }

  async #setRemote({ type, sdp }: SessionDescription): Promise<void> {
    const { connection, inbox, remoteChanged } = this.#options;
    if (!isUsable(sdp)) throw new MediaError('bad-description');
    const applied = inbox.held ? withoutCandidates(sdp) : sdp;
    try {
      await connection.setRemoteDescription({ type, sdp: withStartBitrate(applied, START_BITRATE) });
    } catch {
      throw await this.#refused();
    }
    if (inbox.held) inbox.add(candidatesIn(sdp));
    inbox.described(iceUfrags(sdp));
    remoteChanged(sdp);
  }

  #handOut(): SessionDescription {
    const { connection, outbox } = this.#options;
    const description = connection.localDescription;
    if (description === null) throw new MediaError('unknown');
    outbox.handedOut();
    return { type: description.type === 'offer' ? 'offer' : 'answer', sdp: description.sdp };
  }
}
