/** How far back the charts reach, in seconds. */
export const historySeconds = 120;

/** The last values of several numbers that are measured together, oldest first. */
export class History<Name extends string> {
  readonly times: number[] = [];
  private readonly columns: Record<Name, number[]>;

  constructor(
    private readonly names: readonly Name[],
    private readonly capacity = historySeconds + 10,
  ) {
    this.columns = Object.fromEntries(names.map((name) => [name, [] as number[]])) as unknown as Record<Name, number[]>;
  }

  /** Adds one sample; one that is not newer than the last is ignored, because a chart's times must rise. */
  push(seconds: number, sample: Record<Name, number>): void {
    if (seconds <= (this.times.at(-1) ?? -Infinity)) return;
    this.times.push(seconds);
    for (const name of this.names) this.columns[name].push(sample[name]);
    if (this.times.length <= this.capacity) return;
    this.times.shift();
    for (const name of this.names) this.columns[name].shift();
  }

  values(name: Name): number[] {
    return this.columns[name];
  }
}
