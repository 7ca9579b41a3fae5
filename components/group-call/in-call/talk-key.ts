/** ms after which a space on a button is no press of it. */
const PRESS = 300;

/** Space, held: one talks for as long, though muted. */
export class TalkKey {
  readonly #talk: (on: boolean) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #talks = false;

  /** `talk` opens the microphone, or mutes it again. */
  constructor(talk: (on: boolean) => void) {
    this.#talk = talk;
  }

  get talks(): boolean {
    return this.#talks;
  }

  /** `onButton`: a short press belongs to the button. */
  down(event: KeyboardEvent, onButton: boolean): void {
    if (event.key !== ' ' || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!onButton || this.#talks) event.preventDefault();
    if (event.repeat || this.#talks) return;
    this.#timer = setTimeout(
      () => {
        this.#talks = true;
        this.#talk(true);
      },
      onButton ? PRESS : 0,
    );
  }

  up(event: KeyboardEvent): void {
    if (event.key !== ' ') return;
    // A button would be pressed now.
    if (this.#talks) event.preventDefault();
    this.release();
  }

  /** The key went up where we do not hear of it. */
  release(): void {
    clearTimeout(this.#timer);
    if (!this.#talks) return;
    this.#talks = false;
    this.#talk(false);
  }
}
