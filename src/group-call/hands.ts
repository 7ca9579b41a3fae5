import type { Reaction } from '../signalling/reaction.ts';
import { isWholeRoom } from './group-call-key.ts';
import { LeakyBucket } from './leaky-bucket.ts';
import { keepNewest } from './keep-newest.ts';
import { participantId } from './participant-id.ts';

/** A reaction together with what the homeserver vouches for. */
export interface ReceivedReaction {
  readonly eventId: string;
  readonly userId: string;
  readonly originServerTs: number;
  /** ms that it was old when it arrived. */
  readonly age: number;
  readonly reaction: Reaction;
}

/** What a participant shows until it is taken back: a raised hand. */
export interface RaisedHand {
  readonly participantId: string;
  /** What is shown: text. */
  readonly key: string;
  /** ms since epoch by the homeserver's clock: the first of its events, however often it moved. */
  readonly since: number;
  /** Its newest event. */
  readonly eventId: string;
}

/** Shown for a moment. */
export interface ShownReaction {
  readonly participantId: string;
  readonly key: string;
}

interface Hand extends RaisedHand {
  readonly eventIds: readonly string[];
}

const FRESH_MS = 2_000;
const MOST_HANDS = 256;
const MOST_OF_A_PARTICIPANT = 8;
const MOST_EVENTS_OF_A_HAND = 64;
/** A network may bring at once what was sent in turn: twice what a member may send. */
const BURST = 20;

/** Raised hands of a call: one for each participant and key, however many events say so. */
export class Hands {
  readonly #roomId: string;
  readonly #callId: string;
  readonly #hands = new Map<string, Hand>();
  readonly #rates = new Map<string, LeakyBucket>();
  #present: ReadonlyMap<string, string> = new Map();
  #raised: readonly RaisedHand[] = [];

  constructor(roomId: string, callId: string) {
    this.#roomId = roomId;
    this.#callId = callId;
  }

  /** Of those who are in the call, first raised first; the same object until something changes. */
  get raised(): readonly RaisedHand[] {
    return this.#raised;
  }

  /** Who is in the call: participant id → `membershipID`. The hands of one who left, or came back anew, are down. */
  setPresent(present: ReadonlyMap<string, string>): void {
    for (const [key, { participantId: id }] of this.#hands) {
      const before = this.#present.get(id);
      if (before !== undefined && present.get(id) !== before) this.#hands.delete(key);
    }
    this.#present = present;
    this.#tell();
  }

  /** Answers what is to be shown for a moment. */
  receive(received: ReceivedReaction, now: number): ShownReaction | null {
    const { reaction, userId, age } = received;
    if (!this.#isOfCall(reaction)) return null;
    const id = participantId(userId, reaction.deviceId);
    if (!reaction.isEphemeral) {
      this.#raise(id, received);
      return null;
    }
    if (age > FRESH_MS || !this.#present.has(id)) return null;
    const rate = this.#rates.get(id) ?? new LeakyBucket(BURST, 1);
    keepNewest(this.#rates, id, rate, MOST_HANDS);
    if (rate.isFull(now)) return null;
    rate.add(now);
    return { participantId: id, key: reaction.key };
  }

  /** Any event of a hand takes all of it back: deployed apps redact the one they know. */
  redacted(eventId: string): void {
    for (const [key, { eventIds }] of this.#hands) if (eventIds.includes(eventId)) this.#hands.delete(key);
    this.#tell();
  }

  #isOfCall(reaction: Reaction): boolean {
    const isOurs = isWholeRoom(this.#roomId, { callId: this.#callId });
    return reaction.callId === this.#callId || (isOurs && isWholeRoom(this.#roomId, reaction));
  }

  #raise(id: string, { eventId, originServerTs, reaction }: ReceivedReaction): void {
    const key = JSON.stringify([id, reaction.key]);
    const known = this.#hands.get(key);
    const ofParticipant = [...this.#hands.values()].filter((hand) => hand.participantId === id);
    if (known === undefined && ofParticipant.length >= MOST_OF_A_PARTICIPANT) return;
    const [first = eventId, ...moved] = known?.eventIds ?? [];
    const eventIds = [...new Set([first, ...moved.slice(-MOST_EVENTS_OF_A_HAND), eventId])];
    const since = Math.min(known?.since ?? Infinity, originServerTs);
    // Its state event may come after it: nobody has to be in the call already.
    keepNewest(
      this.#hands,
      key,
      { participantId: id, key: reaction.key, since, eventId, eventIds },
      MOST_HANDS,
    );
    this.#tell();
  }

  #tell(): void {
    const raised = [...this.#hands.values()]
      .filter(({ participantId: id }) => this.#present.has(id))
      .sort((a, b) => a.since - b.since);
    const before = new Map(this.#raised.map((hand) => [hand.eventId, hand]));
    const told = raised.map(({ eventIds: _eventIds, ...hand }) => before.get(hand.eventId) ?? hand);
    const isSame = told.length === this.#raised.length && told.every((hand, at) => hand === this.#raised[at]);
    if (!isSame) this.#raised = told;
  }
}
