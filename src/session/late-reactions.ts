import { untilLoaded } from '../foundation/until-loaded.ts';
import type { RaisedHand } from '../group-call/hands.ts';
import type { TimelineEvent } from '../matrix/port.ts';
import { REACTION_TYPE } from '../signalling/reaction-type.ts';
import { groupLate } from './group-late.ts';
import type { GroupReactions, GroupReactionsOptions } from './group-reactions.ts';

type Action = (whole: GroupReactions) => unknown;

const NOBODY: readonly RaisedHand[] = [];

/** Hands and reactions of one call, fetched when there is something of the kind: what comes meanwhile waits, in its order. */
export class LateReactions {
  readonly #options: GroupReactionsOptions;
  #whole: GroupReactions | null = null;
  /** `null`: nothing is fetched yet. */
  #waiting: Action[] | null = null;
  #present: ReadonlyMap<string, string> = new Map();
  #announced: string | null = null;

  constructor(options: GroupReactionsOptions) {
    this.#options = options;
  }

  get raised(): readonly RaisedHand[] {
    return this.#whole?.raised ?? NOBODY;
  }

  setPresent(present: ReadonlyMap<string, string>): void {
    this.#present = present;
    this.#tell((whole) => whole.setPresent(present));
  }

  announced(membershipEventId: string): void {
    this.#announced = membershipEventId;
    this.#tell((whole) => whole.announced(membershipEventId));
  }

  left(): void {
    this.#announced = null;
    this.#tell((whole) => whole.left());
  }

  catchUp(memberships: () => ReadonlyMap<string, string>): void {
    this.#ask((whole) => whole.catchUp(memberships));
  }

  receive(event: TimelineEvent): void {
    const action: Action = (whole) => whole.receive(event);
    if (event.type === REACTION_TYPE) this.#ask(action);
    else this.#tell(action);
  }

  react(key: string, isEphemeral: boolean): Promise<string | null> {
    return new Promise((resolve) => this.#ask((whole) => resolve(whole.react(key, isEphemeral))));
  }

  remove(eventId: string): Promise<void> {
    return new Promise((resolve) => this.#ask((whole) => resolve(whole.remove(eventId))));
  }

  #tell(action: Action): void {
    if (this.#whole === null) this.#waiting?.push(action);
    else action(this.#whole);
  }

  #ask(action: Action): void {
    if (this.#waiting === null) this.#fetch();
    this.#tell(action);
  }

  #fetch(): void {
    const [present, announced] = [this.#present, this.#announced];
    const waiting: Action[] = [(whole) => whole.setPresent(present)];
    if (announced !== null) waiting.push((whole) => whole.announced(announced));
    this.#waiting = waiting;
    const { clock, handsChanged } = this.#options;
    void untilLoaded(groupLate, (ms, task) => clock.after(ms, task)).then(({ GroupReactions }) => {
      const whole = new GroupReactions(this.#options);
      for (const action of waiting) action(whole);
      this.#whole = whole;
      handsChanged();
    });
  }
}
