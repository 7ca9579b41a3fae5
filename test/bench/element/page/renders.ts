import type { FamedlyCall } from '../../../../components/index.ts';

/** How often an element renders, beside what changes in its call. */
export class Renders {
  #renders = 0;
  #changes = 0;
  #changed = false;
  /** Renderings with no change since the one before. */
  #unasked = 0;

  constructor(element: FamedlyCall) {
    this.#count(element);
    element.addEventListener('famedly-call-incoming', () => {
      this.#renders = 0;
      this.#unasked = 0;
      // That there is a call.
      this.#changes = 1;
      this.#changed = true;
      const change = (): void => {
        this.#changes += 1;
        this.#changed = true;
      };
      element.session!.on('change', change);
      element.session!.on('streamschange', change);
    });
  }

  /** Of the last call. */
  get counts(): { readonly renders: number; readonly changes: number; readonly unasked: number } {
    return { renders: this.#renders, changes: this.#changes, unasked: this.#unasked };
  }

  #count(element: FamedlyCall): void {
    const { render } = element as unknown as { render: () => unknown };
    Object.defineProperty(element, 'render', {
      value: () => {
        this.#renders += 1;
        if (!this.#changed) this.#unasked += 1;
        this.#changed = false;
        return render.call(element);
      },
    });
  }
}
