/**
 * Runs operations one after the other. One that is under way or waits when `signal` aborts never settles: nobody who
 * awaits it goes on with a closed connection.
 */
export class OperationQueue {
  readonly #whileOpen: () => Promise<void>;
  #last: Promise<unknown> = Promise.resolve();

  constructor(signal: AbortSignal) {
    this.#whileOpen = () =>
      new Promise((resolve) => {
        if (!signal.aborted) resolve();
      });
  }

  run<Result>(operation: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(this.#whileOpen).then(operation).finally(this.#whileOpen);
    this.#last = result.catch(() => undefined);
    return result;
  }
}
