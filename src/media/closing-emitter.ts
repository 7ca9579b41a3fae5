import { Emitter } from '../foundation/emitter.ts';

/** Typed events until it closes. */
export class ClosingEmitter<Events> extends Emitter<Events> {
  readonly #life = new AbortController();
  /** Aborts on closing. */
  readonly signal = this.#life.signal;

  override emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void {
    if (!this.signal.aborted) super.emit(name, payload);
  }

  close(): void {
    this.#life.abort();
  }
}
