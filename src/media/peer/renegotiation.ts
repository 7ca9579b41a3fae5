import type { SessionDescription } from '../peer-port.ts';
import { direct } from './arrange.ts';
import type { Negotiation } from './negotiation.ts';

/**
 * Perfect negotiation (W3C webrtc-pc §10.7) after the first offer and answer. Its operations come through one queue, so
 * that the example's `makingOffer` and `isSettingRemoteAnswerPending` are over when a description's turn comes.
 */
export class Renegotiation {
  readonly peer: Negotiation;
  /**
   * The polite side's offer, in force only once it is answered: then an offer that comes first has nothing to roll back.
   * Chromium 156 shows no received picture any more after a rollback, although it decodes on.
   */
  #announced: RTCSessionDescriptionInit | null = null;

  constructor(peer: Negotiation) {
    this.peer = peer;
  }

  async negotiate(description: SessionDescription): Promise<SessionDescription | null> {
    try {
      return await (description.type === 'answer'
        ? this.#takeAnswer(description)
        : this.#takeOffer(description));
    } catch (error) {
      await this.#takeBack();
      throw error;
    }
  }

  async renegotiate(): Promise<void> {
    const { connection, options } = this.peer;
    // An offer came first; the browser asks again once it is answered, if there is still something to say.
    if (connection.signalingState !== 'stable' || this.#announced !== null) return;
    if (options.polite) {
      this.#announced = await connection.createOffer();
      this.peer.emit('negotiation', { type: 'offer', sdp: this.#announced.sdp ?? '' });
    } else {
      await connection.setLocalDescription();
      this.peer.emit('negotiation', this.peer.handOut('offer'));
    }
  }

  async #takeAnswer(answer: SessionDescription): Promise<null> {
    const { connection, options } = this.peer;
    const announced = this.#announced;
    this.#announced = null;
    if (announced !== null) await connection.setLocalDescription(announced);
    if (connection.signalingState === 'have-local-offer') await this.peer.setRemote(answer);
    else options.log.debug('answer without an offer ignored', { state: connection.signalingState });
    return null;
  }

  async #takeOffer(offer: SessionDescription): Promise<SessionDescription | null> {
    const { connection, options } = this.peer;
    if (!options.polite && connection.signalingState !== 'stable') {
      options.log.debug('offer ignored: ours goes first');
      return null;
    }
    // Ours lost; the browser asks for it again when this one is answered.
    this.#announced = null;
    await this.peer.setRemote(offer);
    direct(this.peer);
    await this.peer.answer();
    return this.peer.handOut('answer');
  }

  /** Chromium may find out only when the offer is in force, or when it answers. */
  async #takeBack(): Promise<void> {
    const { connection, options } = this.peer;
    if (connection.signalingState !== 'have-remote-offer') return;
    await connection.setRemoteDescription({ type: 'rollback' }).catch(() => {
      options.log.warn('an offer could not be taken back');
    });
  }
}
