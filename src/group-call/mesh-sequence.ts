import type { MeshEvent, MeshSaid } from '../signalling/mesh-event.ts';

/** ms that an event waits for those before it: they may be lost, and deployed apps skip numbers. */
export const GAP_MS = 300;
const MOST_WAITING = 64;
/** Numbers that are remembered, to tell what comes late from what comes twice. */
const MOST_SEEN = 512;

interface Waiting {
  readonly mesh: MeshEvent;
  readonly until: number;
}

export type Sequenced =
  | { readonly deliver: readonly MeshEvent[] }
  /** It was delivered before, or waits; or something newer was delivered that replaces it. */
  | { readonly dropped: 'repeated' | 'waiting' | 'outdated' };

/** What one device says about one call, in the order in which it said it. */
export class MeshSequence {
  /** By `seq`. */
  readonly #waiting = new Map<number, Waiting>();
  readonly #seen = new Set<number>();
  readonly #newest = new Map<string, number>();
  #next = 0;
  /** Numbers up to this one count as seen. */
  #forgotten = -1;

  /** The next instant at which `due` has something to deliver. */
  get wakeAt(): number | null {
    const untils = [...this.#waiting.values()].map(({ until }) => until);
    return untils.length === 0 ? null : Math.min(...untils);
  }

  receive(mesh: MeshEvent, now: number): Sequenced {
    const { seq } = mesh;
    if (this.#seen.has(seq) || seq <= this.#forgotten) return { dropped: 'repeated' };
    if (this.#waiting.has(seq)) return { dropped: 'waiting' };
    if (seq < this.#next) return this.#late(mesh);
    this.#waiting.set(seq, { mesh, until: now + GAP_MS });
    return { deliver: this.#waiting.size > MOST_WAITING ? this.#upTo(Infinity) : this.#upTo(-1) };
  }

  /** Everything that waited long enough, with what comes before it. */
  due(now: number): readonly MeshEvent[] {
    const over = [...this.#waiting].filter(([, { until }]) => until <= now);
    return this.#upTo(Math.max(-1, ...over.map(([seq]) => seq)));
  }

  /** What was given up: better late than never, unless something newer took its place. */
  #late(mesh: MeshEvent): Sequenced {
    const aspect = aspectOf(mesh.event);
    const newest = aspect === null ? undefined : this.#newest.get(aspect);
    this.#note(mesh);
    return newest !== undefined && newest > mesh.seq ? { dropped: 'outdated' } : { deliver: [mesh] };
  }

  /** Whatever waits with a number up to `last`, and what follows it without a gap. */
  #upTo(last: number): readonly MeshEvent[] {
    const ready: MeshEvent[] = [];
    for (const seq of [...this.#waiting.keys()].sort((a, b) => a - b)) {
      if (seq > last && seq !== this.#next) break;
      const waiting = this.#waiting.get(seq);
      this.#waiting.delete(seq);
      this.#next = seq + 1;
      if (waiting !== undefined) ready.push(waiting.mesh);
    }
    for (const mesh of ready) this.#note(mesh);
    return ready;
  }

  #note({ seq, event }: MeshEvent): void {
    this.#seen.add(seq);
    const aspect = aspectOf(event);
    if (aspect !== null) this.#newest.set(aspect, Math.max(seq, this.#newest.get(aspect) ?? -1));
    const [oldest] = this.#seen;
    if (this.#seen.size <= MOST_SEEN || oldest === undefined) return;
    this.#seen.delete(oldest);
    this.#forgotten = Math.max(this.#forgotten, oldest);
  }
}

/** What an event says the present state of: a newer one replaces it. `null`: each counts for itself. */
function aspectOf(event: MeshSaid): string | null {
  switch (event.kind) {
    case 'negotiate':
      return event.description.type;
    case 'metadata-changed':
    case 'asserted-identity':
    case 'shown':
      return event.kind;
    default:
      return null;
  }
}
