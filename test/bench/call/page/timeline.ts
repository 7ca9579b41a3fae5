import { now } from './now.ts';

export type Mark = readonly [name: string, at: number];

/** What happened in this page since the last `clear`, whoever did it: the engine and the library are watched alike. */
class Timeline {
  #marks: Mark[] = [];

  get marks(): readonly Mark[] {
    return this.#marks;
  }

  /** The first of its name counts. */
  mark(name: string): void {
    if (!this.#marks.some(([known]) => known === name)) this.#marks.push([name, now()]);
  }

  clear(): void {
    this.#marks = [];
  }
}

export const timeline = new Timeline();
