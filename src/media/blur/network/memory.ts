const PAGE = 65_536;

/** Hands out places for floats; what is released is taken again by the next of the same size. */
export class Memory {
  readonly #memory: WebAssembly.Memory;
  readonly #sizes = new Map<number, number>();
  readonly #free = new Map<number, number[]>();
  #end = PAGE;

  constructor(memory: WebAssembly.Memory) {
    this.#memory = memory;
  }

  /** An address for so many floats that change with each run. */
  take(count: number): number {
    return this.#free.get(sizeOf(count))?.pop() ?? this.keep(count);
  }

  /** An address that nothing else is ever put at. */
  keep(count: number): number {
    const size = sizeOf(count);
    const at = this.#end;
    this.#end += size;
    this.#sizes.set(at, size);
    const missing = Math.ceil((this.#end - this.#memory.buffer.byteLength) / PAGE);
    if (missing > 0) this.#memory.grow(missing);
    return at;
  }

  release(at: number): void {
    const size = this.#sizes.get(at) ?? 0;
    this.#free.set(size, [...(this.#free.get(size) ?? []), at]);
  }
}

/** In bytes: the next one begins where four floats can be read at once. */
function sizeOf(count: number): number {
  return Math.ceil(count / 4) * 16;
}
