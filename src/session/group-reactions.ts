import type { Clock } from '../foundation/clock.ts';
import { Hands } from '../group-call/hands.ts';
import type { RaisedHand, ShownReaction } from '../group-call/hands.ts';
import { Reactions } from '../group-call/reactions.ts';
import type { ReactionCommand } from '../group-call/reactions.ts';
import { participantId } from '../group-call/participant-id.ts';
import type { MatrixPort, TimelineEvent } from '../matrix/port.ts';
import {
  buildReaction,
  parseReaction,
  reactionRedactionExtras,
  redactedEvent,
} from '../signalling/reaction.ts';
import { REACTION_TYPE } from '../signalling/group-event-types.ts';

export interface GroupReactionsOptions {
  readonly port: MatrixPort;
  readonly clock: Clock;
  readonly roomId: string;
  readonly callId: string;
  readonly scope: string;
  readonly shown: (reaction: ShownReaction) => void;
  readonly handsChanged: () => void;
}

/** Hands and reactions of one call: ours and everybody's. */
export class GroupReactions {
  readonly #options: GroupReactionsOptions;
  readonly #hands: Hands;
  #own: Reactions | null = null;
  /** What was taken back while we asked what is there. */
  #takenBack: Set<string> | null = null;

  constructor(options: GroupReactionsOptions) {
    this.#options = options;
    this.#hands = new Hands(options.roomId, options.callId);
  }

  get raised(): readonly RaisedHand[] {
    return this.#hands.raised;
  }

  /** Participant id → `membershipID`. */
  setPresent(present: ReadonlyMap<string, string>): void {
    this.#hands.setPresent(present);
  }

  /** We are in the call, by this event of ours. */
  announced(membershipEventId: string): void {
    const { callId, port, clock } = this.#options;
    if (this.#own === null) {
      this.#own = new Reactions({ callId, deviceId: port.deviceId }, membershipEventId);
    } else void this.#run(this.#own.moveTo(membershipEventId, clock.now()));
  }

  left(): void {
    this.#own = null;
  }

  /** Hands that were raised before we listened: those that belong to the memberships of now, by participant. */
  async catchUp(memberships: () => ReadonlyMap<string, string>): Promise<void> {
    const { port, roomId } = this.#options;
    const takenBack = (this.#takenBack = new Set());
    const events = await port.recent(roomId, REACTION_TYPE).catch(() => []);
    if (this.#takenBack === takenBack) this.#takenBack = null;
    const current = memberships();
    for (const { content, eventId, sender: userId, originServerTs } of events) {
      const parsed = parseReaction(content);
      if (!parsed.ok || takenBack.has(eventId)) continue;
      const { reaction } = parsed;
      const of = current.get(participantId(userId, reaction.deviceId));
      // A hand moves with its owner's membership: another is of a stay before.
      if (of !== reaction.membershipEventId || reaction.isEphemeral) continue;
      this.#receiveReaction(content, { eventId, userId, originServerTs, age: Infinity });
    }
  }

  receive({ type, content, eventId, sender, originServerTs, age }: TimelineEvent): void {
    if (type === REACTION_TYPE)
      this.#receiveReaction(content, { eventId, userId: sender, originServerTs, age });
    const redacted = type === 'm.room.redaction' ? redactedEvent(content) : null;
    if (redacted === null) return;
    this.#takenBack?.add(redacted);
    this.#hands.redacted(redacted);
    this.#options.handsChanged();
  }

  /** The id of its event; `null`: too many at once, or we are not in the call. Rejects with `MatrixError`. */
  async react(key: string, isEphemeral: boolean): Promise<string | null> {
    const commands = this.#own?.react(key, isEphemeral, this.#options.clock.now()) ?? [];
    return this.#run(commands);
  }

  /** Takes a reaction of ours back, with all that say the same. */
  async remove(eventId: string): Promise<void> {
    await this.#run(this.#own?.remove(eventId) ?? [{ do: 'redact-reaction', eventId }]);
  }

  #receiveReaction(
    content: unknown,
    from: {
      readonly eventId: string;
      readonly userId: string;
      readonly originServerTs: number;
      readonly age: number;
    },
  ): void {
    const { clock, shown, handsChanged } = this.#options;
    const parsed = parseReaction(content);
    if (!parsed.ok) return;
    const { reaction } = parsed;
    const moment = this.#hands.receive({ ...from, reaction }, clock.now());
    if (moment === null) handsChanged();
    else shown(moment);
  }

  async #run(commands: readonly ReactionCommand[]): Promise<string | null> {
    const { port, roomId, callId, scope } = this.#options;
    let sent: string | null = null;
    for (const command of commands) {
      if (command.do === 'send-reaction') {
        const { type, content } = buildReaction(command.reaction);
        sent = await port.sendEvent(roomId, type, content);
        await this.#run(this.#own?.sent(command.reaction, sent) ?? []);
      } else {
        const extras = reactionRedactionExtras({ deviceId: port.deviceId, callId, scope });
        await port.redact(roomId, command.eventId, extras);
      }
    }
    return sent;
  }
}
