import {
  command, describe, handOver, ifFound, on, onStart, Refusal, rooms, settings, tellAll, tellRoom, textFor, users, type ChartInfo, type PlayRecord, type Texts,
} from 'phira-plugin';
import { minutesPlayed } from './playtime';
import * as texts from './texts';
import { beats, Titles, type Title } from './titles';

export { commandHandler, configHandler, eventHandler, lifecycle, stateHandler } from 'phira-plugin';

describe({ name: 'titles', version: '1.0.0' });

const config = settings((values) => ({
  announce: String(values.announce ?? 'room'),
  minScore: Number(values.min_score ?? 0),
}));
const titles = new Titles();
/** Names of the players who have finished a round that still runs: they may leave before it ends. */
let names = new Map<number, string>();

onStart(() => titles.load());
handOver<[number, string][]>(() => [...names], (saved) => { names = new Map(saved); });

on('player_finish', ({ user: { id, name } }) => names.set(id, name));

on('game_end', ({ room: { id, chart }, records }) => {
  if (chart != null) award(id, chart, records);
  for (const { player } of records) names.delete(player);
});

function award(room: number, chart: ChartInfo, records: PlayRecord[]): void {
  const best = bestOf(records);
  if (best === undefined || best.score < config.current.minScore) return;
  const previous = titles.of(chart.id);
  if (previous !== undefined && !beats(best, previous)) return;
  const title = titleOf(best, chart);
  titles.set(title);
  announce(room, texts.newHolder(title, previous, minutesPlayed(best.player)));
}

command('title', { description: texts.titleCommand, usage: '[chart]' }, ({ caller, words: [word] }) => {
  const chart = word === undefined ? currentChart(caller.room) : Number(word);
  if (chart === undefined || !Number.isSafeInteger(chart) || chart < 1) throw new Refusal(textFor(caller.user, texts.titleUsage));
  const title = titles.of(chart);
  return textFor(caller.user, title === undefined ? texts.noHolder(chart) : texts.holder(title));
});

command('titles', { description: texts.titlesCommand }, ({ caller }) => {
  const ranking = titles.ranking(10);
  return textFor(caller.user, ranking.length === 0 ? texts.noTitles : texts.ranking(ranking));
});

function bestOf(records: PlayRecord[]): PlayRecord | undefined {
  return records.reduce<PlayRecord | undefined>((best, record) => (best === undefined || beats(record, best) ? record : best), undefined);
}

function titleOf({ player, score, accuracy }: PlayRecord, chart: ChartInfo): Title {
  return { chart: chart.id, chartName: chart.name, player, name: nameOf(player), score, accuracy };
}

function nameOf(player: number): string {
  return names.get(player) ?? ifFound(() => users.getUserInfo(player).name) ?? `#${player}`;
}

function currentChart(room: number | null | undefined): number | undefined {
  return room == null ? undefined : rooms.getRoomInfo(room).chart?.id;
}

function announce(room: number, text: Texts): void {
  if (config.current.announce === 'room') tellRoom(room, text);
  if (config.current.announce === 'all') tellAll(text);
}
