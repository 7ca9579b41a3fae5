/** A table of a FlatBuffers file; fields are numbered as in its schema, and those that are left out are 0 or empty. */
export class Table {
  readonly #view: DataView;
  readonly #at: number;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  static root(file: ArrayBuffer): Table {
    const view = new DataView(file);
    return new Table(view, view.getUint32(0, true));
  }

  byte(field: number): number {
    const at = this.#field(field);
    return at === 0 ? 0 : this.#view.getInt8(at);
  }

  int(field: number): number {
    const at = this.#field(field);
    return at === 0 ? 0 : this.#view.getInt32(at, true);
  }

  table(field: number): Table | null {
    const at = this.#field(field);
    return at === 0 ? null : new Table(this.#view, this.#target(at));
  }

  tables(field: number): readonly Table[] {
    return this.#each(field, (at) => new Table(this.#view, this.#target(at)));
  }

  ints(field: number): readonly number[] {
    return this.#each(field, (at) => this.#view.getInt32(at, true));
  }

  bytes(field: number): Uint8Array {
    const [start, count] = this.#vector(field);
    return new Uint8Array(this.#view.buffer, start, count);
  }

  #each<Item>(field: number, read: (at: number) => Item): readonly Item[] {
    const [start, count] = this.#vector(field);
    return Array.from({ length: count }, (_, index) => read(start + 4 * index));
  }

  /** Where a field is; 0: it is left out. */
  #field(field: number): number {
    const fields = this.#at - this.#view.getInt32(this.#at, true);
    const place = 4 + 2 * field;
    if (place >= this.#view.getUint16(fields, true)) return 0;
    const offset = this.#view.getUint16(fields + place, true);
    return offset === 0 ? 0 : this.#at + offset;
  }

  #target(at: number): number {
    return at + this.#view.getUint32(at, true);
  }

  /** Where a list begins, and how many are in it. */
  #vector(field: number): readonly [number, number] {
    const at = this.#field(field);
    if (at === 0) return [0, 0];
    const start = this.#target(at);
    return [start + 4, this.#view.getUint32(start, true)];
  }
}
