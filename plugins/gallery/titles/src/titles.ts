import { storage } from 'phira-plugin';

/** Who holds the best score of a chart. */
export interface Title {
  chart: number;
  chartName: string;
  player: number;
  name: string;
  score: number;
  accuracy: number;
}

type Play = Pick<Title, 'score' | 'accuracy'>;

const prefix = 'title/';
const pageSize = 1000;

/** Whether a play is better than another. An equal one leaves the title where it is. */
export function beats(play: Play, other: Play): boolean {
  return play.score > other.score || (play.score === other.score && play.accuracy > other.accuracy);
}

/** The titles, in the plugin's storage and in its memory. */
export class Titles {
  private readonly byChart = new Map<number, Title>();

  load(): void {
    this.byChart.clear();
    for (let after: string | null = null; ;) {
      const keys: string[] = storage.list(prefix, after, pageSize);
      for (const key of keys) {
        const text = storage.get(key);
        if (text != null) this.remember(JSON.parse(text) as Title);
      }
      if (keys.length < pageSize) return;
      after = keys.at(-1)!;
    }
  }

  of(chart: number): Title | undefined {
    return this.byChart.get(chart);
  }

  set(title: Title): void {
    storage.set(`${prefix}${title.chart}`, JSON.stringify(title), null);
    this.remember(title);
  }

  /** The players with most titles, by the name they had at their latest one. */
  ranking(count: number): { name: string; titles: number }[] {
    const players = new Map<number, { name: string; titles: number }>();
    for (const { player, name } of this.byChart.values()) {
      players.set(player, { name, titles: (players.get(player)?.titles ?? 0) + 1 });
    }
    return [...players.values()].sort((one, other) => other.titles - one.titles).slice(0, count);
  }

  private remember(title: Title): void {
    // Deleted first, so that the latest title is the last one.
    this.byChart.delete(title.chart);
    this.byChart.set(title.chart, title);
  }
}
