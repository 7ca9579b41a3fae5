/** Tasks over 50 ms, by what went on and whose page it was. */
export class LongTaskTable {
  /** @type {Map<string, Record<'ours' | 'engine', number[]>>} */
  #phases = new Map();

  /**
   * @param {'ours' | 'engine'} kind
   * @param {string} phase
   * @param {import('@playwright/test').Page} page
   * @param {number} from
   * @param {number} to
   */
  async add(kind, phase, page, from, to) {
    const found = await page.evaluate(
      ([from, to]) => window.elementBench.longTasks.between(from, to),
      /** @type {const} */ ([from, to]),
    );
    const known = this.#phases.get(phase) ?? { ours: [], engine: [] };
    this.#phases.set(phase, { ...known, [kind]: [...known[kind], ...found] });
  }

  /** @returns {string[][]} */
  rows() {
    const cells = (/** @type {number[]} */ durations) => [
      String(durations.length),
      String(Math.round(Math.max(0, ...durations))),
    ];
    return [
      ['long tasks in all rounds', 'ours', 'longest, ms', 'engine', 'longest, ms'],
      ...[...this.#phases].map(([phase, { ours, engine }]) => [phase, ...cells(ours), ...cells(engine)]),
    ];
  }
}
