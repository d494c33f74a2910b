import {
  command, describe, on, onStart, Refusal, rooms, settings, tellRoom, tellUser, textFor, users, type ChartInfo, type PlayRecord, type Texts,
} from 'phira-plugin';
import { minutesPlayed } from './playtime';
import * as texts from './texts';
import { beats, Titles, type Title } from './titles';

export { commandHandler, configHandler, eventHandler, lifecycle } from 'phira-plugin';

describe({ name: 'titles', version: '1.0.0' });

const config = settings((values) => ({
  announce: String(values.announce ?? 'room'),
  minScore: Number(values.min_score ?? 0),
}));
const titles = new Titles();

onStart(() => titles.load());

on('game_end', ({ room: { id, chart }, records }) => {
  if (chart == null) return;
  const best = bestOf(records);
  if (best === undefined || best.score < config.current.minScore) return;
  const previous = titles.of(chart.id);
  if (previous !== undefined && !beats(best, previous)) return;
  const title = titleOf(best, chart);
  titles.set(title);
  announce(id, texts.newHolder(title, previous, minutesPlayed(best.player)));
});

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
  return { chart: chart.id, chartName: chart.name, player, name: users.getUserInfo(player).name, score, accuracy };
}

function currentChart(room: number | null | undefined): number | undefined {
  return room == null ? undefined : rooms.getRoomInfo(room).chart?.id;
}

function announce(room: number, text: Texts): void {
  if (config.current.announce === 'room') tellRoom(room, text);
  if (config.current.announce === 'all') for (const { id } of users.listOnlineUsers()) tellUser(id, text);
}
