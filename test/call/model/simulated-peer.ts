import type { IceCandidate, SessionDescription } from '../../../src/signalling/session-description.ts';
import { must } from './violation.ts';

interface Description {
  readonly from: SimulatedPeer;
  readonly type: 'offer' | 'answer';
  readonly answers: Description | null;
  readonly generation: number;
  /** The other side is on hold. */
  readonly holds: boolean;
}

/** What SDP texts stand for; of one simulated world. */
export class Descriptions {
  readonly #all: Description[] = [];

  write(description: Description): SessionDescription {
    this.#all.push(description);
    const first = description.from.candidate(0).candidate;
    return { type: description.type, sdp: `${this.#all.length - 1} m=audio ${first}` };
  }

  read({ sdp }: SessionDescription): Description {
    const description = this.#all[Number.parseInt(sdp, 10)];
    if (description === undefined) throw new Error('not a description');
    return description;
  }
}

export interface PeerReports {
  readonly connectivity: (to: 'media-connected' | 'media-disconnected' | 'media-failed') => void;
  readonly held: (onHold: boolean) => void;
  readonly negotiation: (offer: SessionDescription) => void;
  /** A task among the call's other media operations. */
  readonly later: (task: () => void) => void;
}

/**
 * A peer connection without a browser: who described itself to whom, who may check, what was renegotiated. `Air` decides
 * from it whether media flows.
 */
export class SimulatedPeer {
  readonly name: string;
  readonly polite: boolean;
  readonly reports: PeerReports;
  readonly #descriptions: Descriptions;
  remote: SimulatedPeer | null = null;
  released: boolean;
  closed = false;
  connectivity: 'new' | 'connected' | 'disconnected' | 'failed' = 'new';
  /** Both sides' agreed ICE generation, and the one in which this side failed. */
  generation = 0;
  failedIn = -1;
  #offer: Description | null = null;
  #remoteOffer: Description | null = null;
  #wantedGeneration = 0;
  #holds = false;
  #held = false;
  #described = false;
  #needed = false;

  constructor(name: string, polite: boolean, descriptions: Descriptions, reports: PeerReports) {
    this.name = name;
    this.polite = polite;
    this.released = !polite;
    this.#descriptions = descriptions;
    this.reports = reports;
  }

  candidate(index: number): IceCandidate {
    return { candidate: `candidate:${this.name}:${index}`, sdpMid: '0' };
  }

  createOffer(): SessionDescription {
    this.#offer = this.#describe('offer', null);
    return this.#descriptions.write(this.#offer);
  }

  acceptOffer(offer: SessionDescription): void {
    this.#remoteOffer = this.#descriptions.read(offer);
    this.remote = this.#remoteOffer.from;
  }

  createAnswer(): SessionDescription {
    if (this.#remoteOffer === null) throw new Error('no offer');
    this.#described = true;
    this.reports.later(() => this.#renegotiate());
    return this.#descriptions.write(this.#describe('answer', this.#remoteOffer));
  }

  acceptAnswer(answer: SessionDescription): void {
    const description = this.#descriptions.read(answer);
    if (this.#offer === null || description.answers !== this.#offer)
      throw new Error('no answer to our offer');
    this.#offer = null;
    this.remote = description.from;
    this.#described = true;
    this.#renegotiate();
  }

  addCandidates(candidates: readonly IceCandidate[]): void {
    for (const { candidate } of candidates) {
      const from = candidate.split(':')[1];
      const expected = this.remote?.name ?? from;
      must('candidates come from the chosen party', from === expected, `${this.name} uses ${candidate}`);
    }
  }

  /** Perfect negotiation; what is to be answered is returned. */
  negotiate(given: SessionDescription): SessionDescription | null {
    const description = this.#descriptions.read(given);
    if (description.from !== this.remote) throw new Error('described by another peer');
    if (description.type === 'answer') {
      if (this.#offer !== null && description.answers === this.#offer) {
        this.#apply(description, this.#offer.generation);
        this.#offer = null;
        this.#renegotiate();
      }
      return null;
    }
    if (this.#offer !== null) {
      if (!this.polite) return null;
      this.#offer = null;
      this.#needed = true;
    }
    this.#apply(description, description.generation);
    const answer = this.#describe('answer', description);
    // A rolled back offer is made anew once the answer is out.
    this.reports.later(() => this.#renegotiate());
    return this.#descriptions.write(answer);
  }

  setRemoteOnHold(onHold: boolean): void {
    this.#holds = onHold;
    this.#needed = true;
    this.#renegotiate();
  }

  restartIce(): void {
    this.#wantedGeneration = this.generation + 1;
    this.#needed = true;
    this.#renegotiate();
  }

  #apply(description: Description, generation: number): void {
    this.generation = generation;
    this.#wantedGeneration = Math.max(this.#wantedGeneration, generation);
    if (description.holds === this.#held) return;
    this.#held = description.holds;
    this.reports.held(this.#held);
  }

  #renegotiate(): void {
    if (!this.#described || !this.#needed || this.#offer !== null) return;
    this.#needed = false;
    this.#offer = this.#describe('offer', null);
    this.reports.negotiation(this.#descriptions.write(this.#offer));
  }

  #describe(type: 'offer' | 'answer', answers: Description | null): Description {
    const generation = answers?.generation ?? this.#wantedGeneration;
    return { from: this, type, answers, generation, holds: this.#holds };
  }
}
