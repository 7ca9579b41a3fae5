import type { CallLink } from '../engine-link/call-link.ts';
import type { GroupSlot } from '../engine-link/group-slot.ts';
import type { ShownGroupCall } from '../engine-link/shown-group-call.ts';
import type { GroupDesk } from './group-desk.ts';

/** Finds the call that an element shows: the page's own, or the one that its room has, or could have. */
export class CallFinder {
  readonly #desk: GroupDesk;
  readonly #slot: GroupSlot;
  readonly #link: CallLink;
  /** For what a call was sought last. */
  #sought: readonly unknown[] = [];
  /** The newest wish to be in a call: those before count no more. */
  wish = {};

  constructor(desk: GroupDesk, slot: GroupSlot, link: CallLink) {
    this.#desk = desk;
    this.#slot = slot;
    this.#link = link;
  }

  /** Before each rendering in the page, without asking anybody. */
  seek(): void {
    const { attempt, dismissed, wishes } = this.#desk;
    const slot = this.#slot;
    const { lent } = slot;
    if (slot.session === null) slot.follow(lent);
    if (slot.busy || (lent !== null && !(dismissed && lent.state === 'left'))) return;
    const { voip } = this.#link;
    const { roomId, callId, application, scope } = lent?.snapshot ?? wishes;
    if (voip?.port.room(roomId) === undefined) return;
    const wanted = [voip, roomId, callId, application, scope];
    if (wanted.every((each, index) => each === this.#sought[index])) return;
    const isFirst = slot.session?.roomId !== roomId;
    if (isFirst) this.letGo();
    this.#sought = wanted;
    attempt(async () => {
      const call = await this.find();
      if (this.#sought !== wanted || slot.busy) return;
      slot.follow(call);
      if (wishes.lobby === 'off' && isFirst) await this.#desk.join();
    });
  }

  async find(): Promise<ShownGroupCall | null> {
    const { lent } = this.#slot;
    const { voip } = this.#link;
    // Nobody is in it any more: whoever begins it again begins another.
    if (lent !== null && (lent.state !== 'left' || voip === null)) return lent;
    const { roomId, callId, application, scope } = lent?.snapshot ?? this.#desk.wishes;
    if (voip?.port.room(roomId) === undefined) return lent;
    return voip.fetchOrCreateGroupCall(roomId, {
      ...(callId !== '' && { callId }),
      application,
      scope,
    });
  }

  /** What was found may be over: it is sought anew. */
  forget(): void {
    this.wish = {};
    this.#sought = [];
  }

  /** Nobody wants what is shown any more. */
  letGo(): void {
    this.forget();
    this.#slot.follow(null);
  }
}
