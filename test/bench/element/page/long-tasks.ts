/** What kept the page from answering for longer than 50 ms, from the first moment on. */
export class LongTasks {
  readonly #entries: PerformanceEntry[] = [];

  constructor() {
    new PerformanceObserver((list) => this.#entries.push(...list.getEntries())).observe({
      type: 'longtask',
      buffered: true,
    });
  }

  /** How long each was that began between two moments of `now`. */
  between(from: number, to: number): number[] {
    return this.#entries
      .filter(({ startTime }) => isBetween(performance.timeOrigin + startTime, from, to))
      .map(({ duration }) => duration);
  }
}

function isBetween(moment: number, from: number, to: number): boolean {
  return moment >= from && moment < to;
}
