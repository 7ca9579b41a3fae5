interface Task {
  readonly at: number;
  readonly run: () => void;
}

/** Time that passes when the schedule says so. */
export class SimulatedTime {
  #now = 0;
  #tasks: Task[] = [];

  get now(): number {
    return this.#now;
  }

  /** When the next task is due; `null` where none waits. */
  get next(): number | null {
    return this.#earliest()?.at ?? null;
  }

  after(ms: number, run: () => void): () => void {
    const task = { at: this.#now + ms, run };
    this.#tasks.push(task);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
    };
  }

  /** Runs what falls due on the way. */
  advanceTo(end: number): void {
    for (let task = this.#earliest(); task !== undefined && task.at <= end; task = this.#earliest()) {
      const due = task;
      this.#tasks = this.#tasks.filter((other) => other !== due);
      this.#now = due.at;
      due.run();
    }
    this.#now = end;
  }

  #earliest(): Task | undefined {
    let first: Task | undefined;
    for (const task of this.#tasks) {
      if (first === undefined || task.at < first.at) first = task;
    }
    return first;
  }
}
