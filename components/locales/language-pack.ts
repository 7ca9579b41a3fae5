import type { Words } from './en.ts';

/** The words of one language, fetched when an element first needs them. */
export class LanguagePack {
  readonly #fetch: () => Promise<Words>;
  /** ms after which it is asked for again if it did not come; twice as long each time. */
  #wait: number;
  #words: Words | null = null;
  #coming: Promise<void> | null = null;

  constructor(fetch: () => Promise<Words>, wait = 5000) {
    this.#fetch = fetch;
    this.#wait = wait;
  }

  get words(): Words | null {
    return this.#words;
  }

  /** Resolves when there are words, or when it may be asked for again. */
  load(): Promise<void> {
    return (this.#coming ??= this.#attempt());
  }

  async #attempt(): Promise<void> {
    try {
      this.#words = await this.#fetch();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, this.#wait));
      this.#wait *= 2;
      this.#coming = null;
    }
  }
}
