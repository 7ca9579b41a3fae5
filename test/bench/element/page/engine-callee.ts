import type { MatrixClient } from 'matrix-js-sdk';
import { EnginePhone } from '../../call/page/engine-phone.ts';
import type { Callee } from './callee.ts';

/** A page that has made itself a button and a video. */
export class EngineCallee implements Callee {
  readonly #phone: EnginePhone;

  constructor(client: MatrixClient) {
    this.#phone = new EnginePhone(client);
    const button = document.createElement('button');
    button.textContent = 'Answer';
    button.addEventListener('click', () => this.#phone.answer());
    document.body.prepend(button);
  }

  get firstFrame(): Promise<number> {
    return this.#phone.screen.firstFrame;
  }

  rings(): Promise<number> {
    return this.#phone.rings();
  }

  ended(): Promise<void> {
    return this.#phone.ended();
  }
}
