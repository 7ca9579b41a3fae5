/** @param {readonly number[]} values @param {number} share 0 to 1 */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? NaN;
  const above = sorted[Math.ceil(position)] ?? NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/** Values by name, in the order of their first coming. */
export class Samples {
  /** @type {Map<string, number[]>} */
  #values = new Map();

  /** @param {string} name @param {number} value */
  add(name, value) {
    this.#values.set(name, [...this.of(name), value]);
  }

  clear() {
    this.#values.clear();
  }

  /** @param {string} name @returns {readonly number[]} */
  of(name) {
    return this.#values.get(name) ?? [];
  }

  get names() {
    return [...this.#values.keys()];
  }

  /** @param {string} name @returns {number} in whole ms */
  median(name) {
    return Math.round(quantile(this.of(name), 0.5));
  }

  /** @returns {string[][]} */
  rows() {
    return this.names.map((name) => {
      const values = this.of(name);
      const quantiles = [0.5, 0.25, 0.75].map((share) => Math.round(quantile(values, share)));
      return [name, ...[...quantiles, values.length].map(String)];
    });
  }
}

/** Prints columns: the first to the left, numbers to the right. @param {string[][]} rows */
export function printTable(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  for (const row of rows) {
    const cells = row.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    );
    console.log(cells.join('  '));
  }
}
