import type { Reaction } from '../signalling/reaction.ts';
import { LeakyBucket } from './leaky-bucket.ts';

export type ReactionCommand =
  /** Reported by `sent`. */
  | { readonly do: 'send-reaction'; readonly reaction: Reaction }
  /** With the fields of `reactionRedactionExtras` beside it. */
  | { readonly do: 'redact-reaction'; readonly eventId: string };

const MOST_AT_ONCE = 10;
const PER_SECOND = 1;

/** Our own reactions in a call: made on entering. */
export class Reactions {
  readonly #self: { readonly callId: string; readonly deviceId: string };
  readonly #bucket = new LeakyBucket(MOST_AT_ONCE, PER_SECOND);
  /** What we show until we take it back → the events that say so, oldest first. */
  readonly #raised = new Map<string, readonly string[]>();
  #membershipEventId: string;

  constructor(self: { readonly callId: string; readonly deviceId: string }, membershipEventId: string) {
    this.#self = self;
    this.#membershipEventId = membershipEventId;
  }

  /** Nothing where that would be too many: only what passes by itself is refused. */
  react(key: string, isEphemeral: boolean, now: number): readonly ReactionCommand[] {
    if (isEphemeral && this.#bucket.isFull(now)) return [];
    this.#bucket.add(now);
    if (!isEphemeral) this.#raised.set(key, this.#raised.get(key) ?? []);
    return [this.#send(key, isEphemeral)];
  }

  /** The homeserver has it. What was taken back in the meantime is redacted now. */
  sent({ key, isEphemeral }: Reaction, eventId: string): readonly ReactionCommand[] {
    if (isEphemeral) return [];
    const eventIds = this.#raised.get(key);
    if (eventIds === undefined) return [{ do: 'redact-reaction', eventId }];
    this.#raised.set(key, [...eventIds, eventId]);
    return [];
  }

  /** The homeserver refused it. */
  failed({ key }: Reaction): void {
    if (this.#raised.get(key)?.length === 0) this.#raised.delete(key);
  }

  /** Takes back what this event of ours says; one that is not known goes alone. */
  remove(eventId: string): readonly ReactionCommand[] {
    const [key, ids] = [...this.#raised].find(([, eventIds]) => eventIds.includes(eventId)) ?? [
      null,
      [eventId],
    ];
    if (key !== null) this.#raised.delete(key);
    // Others know the newest, if they came late, or the first, if they took no notice of those that followed.
    const known = new Set([ids.at(-1) ?? eventId, ids[0] ?? eventId]);
    return [...known].map((id) => ({ do: 'redact-reaction', eventId: id }));
  }

  /** Our member event was written again: what we show belongs to the new one. */
  moveTo(membershipEventId: string, now: number): readonly ReactionCommand[] {
    if (membershipEventId === this.#membershipEventId) return [];
    this.#membershipEventId = membershipEventId;
    return [...this.#raised.keys()].map((key) => {
      this.#bucket.add(now);
      return this.#send(key, false);
    });
  }

  #send(key: string, isEphemeral: boolean): ReactionCommand {
    const membershipEventId = this.#membershipEventId;
    return { do: 'send-reaction', reaction: { key, isEphemeral, ...this.#self, membershipEventId } };
  }
}
