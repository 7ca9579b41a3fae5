import type { MatrixPort, VoIP } from '../../src/index.ts';
import type { CallSlot } from './call-slot.ts';
import type { Engine } from './engine.ts';
import { SourceLink } from './source-link.ts';
import type { Source, SourceStatus } from './source-link.ts';

/** Binds a slot to the engine that the page's source leads to. A call that goes on keeps its engine until it ends. */
export class CallLink {
  readonly #slot: CallSlot;
  readonly #onChange: () => void;
  readonly #source: SourceLink;
  #engine: Engine | null = null;
  #leave: (() => void) | null = null;
  #watch = new AbortController();

  /** `onChange`: the status, a room or the connection changed. */
  constructor(slot: CallSlot, onChange: () => void) {
    this.#slot = slot;
    this.#onChange = onChange;
    this.#source = new SourceLink((status) => this.#sourceChanged(status));
  }

  get status(): SourceStatus {
    return this.#source.status;
  }

  get voip(): VoIP | null {
    return this.#engine?.voip ?? null;
  }

  get port(): MatrixPort | null {
    return this.#engine?.port ?? null;
  }

  set(source: Source): void {
    if (!this.#slot.busy || this.#engine === null) this.#source.set(source);
  }

  close(): void {
    this.#source.close();
    this.#use(null);
  }

  #sourceChanged(status: SourceStatus): void {
    this.#use(status.is === 'ready' ? status.engine : null);
    this.#onChange();
  }

  #use(engine: Engine | null): void {
    if (engine === this.#engine) return;
    const leave = this.#leave;
    this.#watch.abort();
    this.#watch = new AbortController();
    const { signal } = this.#watch;
    this.#engine = engine;
    this.#leave = engine?.take(this.#slot) ?? null;
    engine?.port.on('room', () => this.#onChange(), { signal });
    engine?.port.on('connection', () => this.#onChange(), { signal });
    leave?.();
  }
}
