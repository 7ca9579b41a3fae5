/** The audio elements that were made by `new Audio()` since. */
export class HeardAudio {
  readonly #made: HTMLAudioElement[] = [];
  readonly #Real = window.Audio;

  constructor() {
    const made = this.#made;
    window.Audio = class extends this.#Real {
      constructor() {
        super();
        made.push(this);
      }
    };
  }

  /** What plays this stream, or is held back. */
  of(stream: MediaStream | null | undefined): readonly HTMLAudioElement[] {
    return this.#made.filter(({ srcObject }) => srcObject === stream);
  }

  restore(): void {
    window.Audio = this.#Real;
  }
}
