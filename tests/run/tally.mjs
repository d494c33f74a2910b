/** Counts the tests of all parts. What failed is named, what was skipped is told with its reason, and the last line has the totals. */
export class Tally {
  #passed = 0;
  #failures = [];
  #skips = [];

  add(part, { passed = 0, failed = 0, failures = [], skipped = [] }) {
    this.#passed += passed;
    if (failed > 0) this.#failures.push({ part, count: failed, names: failures });
    for (const reason of skipped) this.#skips.push({ part, reason });
  }

  get hasFailed() {
    return this.#failures.length > 0;
  }

  lines() {
    const groups = new Map();
    for (const { part, reason } of this.#skips) {
      const line = `${part}: ${reason}`;
      groups.set(line, (groups.get(line) ?? 0) + 1);
    }
    const failed = this.#failures.reduce((sum, { count }) => sum + count, 0);
    return [
      ...[...groups].map(([line, count]) => `SKIPPED ${count} of ${line}`),
      ...this.#failures.flatMap(({ part, count, names }) => [`FAILED ${part}: ${count} failed`, ...names.map((name) => `  ${name}`)]),
      '',
      `${this.#passed} passed, ${failed} failed${this.#skips.length > 0 ? `, ${this.#skips.length} skipped` : ''}`,
    ];
  }
}
