import type { Texts } from 'phira-plugin';
import type { Title } from './titles';

/** Descriptions of the commands. */
export const titleCommand = '谱面的擂主 / Holder of the best score of a chart';
export const titlesCommand = '拥有擂主最多的玩家 / Players with most titles';

export const titleUsage: Texts = { 'zh-CN': '用法：/title [谱面编号]；在房间里可省略编号', en: 'Usage: /title [number of the chart]; in a room the number may be left out' };
export const noTitles: Texts = { 'zh-CN': '还没有擂主', en: 'Nobody holds a title yet' };

export const noHolder = (chart: number): Texts => ({ 'zh-CN': `谱面 ${chart} 还没有擂主`, en: `Nobody holds the title of chart ${chart}` });

export const holder = ({ chartName, name, score, accuracy }: Title): Texts => ({
  'zh-CN': `${chartName} 的擂主：${name}，${score} 分，准确率 ${percent(accuracy)}`,
  en: `${name} holds ${chartName}: ${score}, accuracy ${percent(accuracy)}`,
});

export function newHolder(title: Title, previous: Title | undefined, minutes: number | undefined): Texts {
  const { chartName, name, score, player } = title;
  const unit = minutes === 1 ? 'minute' : 'minutes';
  const [playedChinese, playedEnglish] = minutes === undefined ? ['', ''] : [`（已游玩 ${minutes} 分钟）`, ` (${minutes} ${unit} played)`];
  if (previous === undefined) {
    return { 'zh-CN': `${name}${playedChinese} 以 ${score} 分成为 ${chartName} 的擂主`, en: `${name}${playedEnglish} takes the title of ${chartName} with ${score}` };
  }
  if (previous.player === player) {
    return { 'zh-CN': `${name} 刷新了 ${chartName} 的擂主纪录：${score} 分`, en: `${name} beats their own record of ${chartName}: ${score}` };
  }
  return {
    'zh-CN': `${name}${playedChinese} 以 ${score} 分击败 ${previous.name}（${previous.score}），成为 ${chartName} 的擂主`,
    en: `${name}${playedEnglish} takes the title of ${chartName} from ${previous.name} (${previous.score}) with ${score}`,
  };
}

export function ranking(players: { name: string; titles: number }[]): Texts {
  const list = players.map(({ name, titles }, index) => `${index + 1}. ${name} ${titles}`).join('  ');
  return { 'zh-CN': `擂主榜：${list}`, en: `Most titles: ${list}` };
}

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;
