import type { RaisedHand } from '../group-call/hands.ts';
import type { TimelineEvent } from '../matrix/port.ts';
import { REACTION_TYPE } from '../signalling/group-event-types.ts';
import type { GroupReactions, GroupReactionsOptions } from './group-reactions.ts';
import { Late } from './late.ts';

const NOBODY: readonly RaisedHand[] = [];

/** Hands and reactions of one call, fetched when there is something of the kind. */
export class LateReactions {
  readonly #late: Late<GroupReactions>;
  /** As it was when fetching began; what follows is told. */
  #present: ReadonlyMap<string, string> = new Map();
  #announced: string | null = null;

  constructor(options: GroupReactionsOptions & { readonly signal: AbortSignal }) {
    this.#late = new Late(options.clock, options.signal, ({ GroupReactions }) => {
      const whole = new GroupReactions(options);
      whole.setPresent(this.#present);
      if (this.#announced !== null) whole.announced(this.#announced);
      return whole;
    });
  }

  get raised(): readonly RaisedHand[] {
    return this.#late.part?.raised ?? NOBODY;
  }

  setPresent(present: ReadonlyMap<string, string>): void {
    if (this.#late.isIdle) this.#present = present;
    this.#late.tell((whole) => whole.setPresent(present));
  }

  announced(membershipEventId: string): void {
    if (this.#late.isIdle) this.#announced = membershipEventId;
    this.#late.tell((whole) => whole.announced(membershipEventId));
  }

  left(): void {
    if (this.#late.isIdle) this.#announced = null;
    this.#late.tell((whole) => whole.left());
  }

  catchUp(memberships: () => ReadonlyMap<string, string>): void {
    this.#late.ask((whole) => whole.catchUp(memberships));
  }

  receive(event: TimelineEvent): void {
    const matters = event.type === REACTION_TYPE;
    this.#late[matters ? 'ask' : 'tell']((whole) => whole.receive(event));
  }

  react(key: string, isEphemeral: boolean): Promise<string | null> {
    return this.#late.answer((whole) => whole.react(key, isEphemeral));
  }

  remove(eventId: string): Promise<void> {
    return this.#late.answer((whole) => whole.remove(eventId));
  }
}
