import { element, setText } from '../element.ts';

const STAYS_MS = 4_000;

/** One sentence about something that happened; it goes by itself, though not under pointer or focus. */
export class Toast {
  readonly element = element('div', { class: 'toast', role: 'status', hidden: true });
  #timer: ReturnType<typeof setTimeout> | undefined;

  tell(words: string): void {
    setText(this.element, words);
    this.element.hidden = false;
    this.#hideLater();
  }

  #hideLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.element.matches(':hover')) this.#hideLater();
      else this.element.hidden = true;
    }, STAYS_MS);
  }
}
