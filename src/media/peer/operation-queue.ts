/**
 * Runs operations one after the other. One that is under way or waits when `signal` aborts never settles: nobody who
 * awaits it goes on with a closed connection.
 */
export class OperationQueue {
  readonly #signal: AbortSignal;
  #last: Promise<unknown> = Promise.resolve();

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  run<Result>(operation: () => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      const whileOpen = <Value>(settle: (value: Value) => void) => {
        return (value: Value): void => {
          if (!this.#signal.aborted) settle(value);
        };
      };
      this.#last = this.#last.then(async () => {
        if (this.#signal.aborted) return;
        await operation().then(whileOpen(resolve), whileOpen(reject));
      });
    });
  }
}
