import type { MeshArrival } from './mesh-order.ts';

/** ms */
export const HELD_MS = 10_000;
const MOST_HELD = 64;

export interface HeldEvent {
  readonly arrival: MeshArrival;
  readonly until: number;
}

/** Signalling that came before the state event which tells whose it is: a sync brings to-device messages first. */
export class HeldEvents {
  #all: readonly HeldEvent[] = [];

  get wakeAt(): number | null {
    return this.#all[0]?.until ?? null;
  }

  /** What there is no room for any more: the newest of the user who has the most, so that nobody fills it up alone. */
  hold(arrival: MeshArrival, now: number): MeshArrival | null {
    this.#all = [...this.#all, { arrival, until: now + HELD_MS }];
    if (this.#all.length <= MOST_HELD) return null;
    const counts = new Map<string, number>();
    for (const { arrival: one } of this.#all) counts.set(one.userId, (counts.get(one.userId) ?? 0) + 1);
    const most = Math.max(...counts.values());
    const out = this.#all.findLast(({ arrival: one }) => counts.get(one.userId) === most);
    this.#all = this.#all.filter((held) => held !== out);
    return out?.arrival ?? null;
  }

  /** Takes out what is asked for, oldest first. */
  take(wanted: (held: HeldEvent) => boolean): readonly MeshArrival[] {
    const taken = this.#all.filter(wanted);
    this.#all = this.#all.filter((held) => !taken.includes(held));
    return taken.map(({ arrival }) => arrival);
  }
}
