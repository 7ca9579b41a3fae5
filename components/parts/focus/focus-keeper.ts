import { deepActiveElement, takesText } from './deep-focus.ts';

/** Focus is never lost: it goes to the answer when it rings, stays in the element while scenes change, and goes back at the end. */
export class FocusKeeper {
  readonly #host: HTMLElement;
  #inside = false;
  #before: Element | null = null;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  /** Before a rendering: whoever had the focus may be gone after it. */
  note(): void {
    this.#inside = this.#host.matches(':focus-within');
  }

  /** After a rendering: focus that fell out of the element goes to what matters now. */
  keep(main: () => HTMLElement | null): void {
    if (!this.#inside) return;
    // The parts render after the element: what had the focus goes then, and what has just come has nothing to focus before.
    setTimeout(() => {
      if (document.activeElement === document.body) main()?.focus();
    });
  }

  /** It rings. Somebody who types would answer with the next space: the announcement has to do. */
  toAnswer(answer: () => void): void {
    const active = deepActiveElement();
    if (takesText(active)) return;
    this.#before = this.#host.matches(':focus-within') ? null : active;
    answer();
  }

  /** The call is over: back to where the person was, unless they have gone elsewhere meanwhile. */
  giveBack(): void {
    const before = this.#before;
    this.#before = null;
    const elsewhere = document.activeElement !== document.body && !this.#host.matches(':focus-within');
    if (before?.isConnected && before instanceof HTMLElement && !elsewhere && before !== document.body)
      before.focus();
  }
}
