interface Task {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Time that passes from one thing that happens to the next. */
export class SimulatedTime {
  now = 0;
  #tasks: Task[] = [];
  #order = 0;

  /** What happens at the same instant happens in the order in which it was asked for. */
  after(ms: number, run: () => void): () => void {
    const task = { at: this.now + ms, order: (this.#order += 1), run };
    this.#tasks.push(task);
    return () => {
      this.#tasks = this.#tasks.filter((one) => one !== task);
    };
  }

  runUntil(end: number): void {
    for (;;) {
      const due = this.#tasks.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.order - b.order);
      const [next] = due;
      if (next === undefined) break;
      this.#tasks = this.#tasks.filter((task) => task !== next);
      this.now = next.at;
      next.run();
    }
    this.now = end;
  }
}
