import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { deepActiveElement } from '../../parts/focus/deep-focus.ts';

/** ms without pointer, key or focus inside after which everything but the video goes. */
const REST = 3000;

/** On video and in full screen, what floats recedes while nobody needs it. */
export class RecedingChrome implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #setReceded: (receded: boolean) => void;
  #mayRecede = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, setReceded: (receded: boolean) => void) {
    this.#host = host;
    this.#setReceded = setReceded;
    host.addController(this);
  }

  /** False where there is something to read or to press. */
  set mayRecede(may: boolean) {
    if (may === this.#mayRecede) return;
    this.#mayRecede = may;
    this.#show();
  }

  hostConnected(): void {
    for (const name of ACTIVITY) this.#host.addEventListener(name, this.#show, { passive: true });
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    for (const name of ACTIVITY) this.#host.removeEventListener(name, this.#show);
  }

  readonly #show = (): void => {
    clearTimeout(this.#timer);
    this.#setReceded(false);
    if (this.#mayRecede) this.#timer = setTimeout(() => this.#recede(), REST);
  };

  #recede(): void {
    const focusedByKey =
      this.#host.matches(':focus-within') && (deepActiveElement()?.matches(':focus-visible') ?? false);
    if (focusedByKey) this.#show();
    else this.#setReceded(true);
  }
}

const ACTIVITY = ['pointermove', 'pointerdown', 'keydown', 'focusin'] as const;
