import type { Texts } from 'phira-plugin';

/** Descriptions of the commands. */
export const queueCommand = '房主的顺序 / Order of hosts';
export const skipCommand = '投票跳过房主 / Vote to skip the host';
export const startCommand = '倒计时开始，stop 取消 / Start after a countdown, stop cancels it';

export const noRoom: Texts = { 'zh-CN': '请先进入一个房间', en: 'Enter a room first' };
export const notManaged: Texts = { 'zh-CN': '这个房间不自动轮换房主', en: 'The host of this room is not rotated automatically' };
export const notPlaying: Texts = { 'zh-CN': '只有房间里的玩家可以投票', en: 'Only players of the room can vote' };
export const notWhileGettingReady: Texts = { 'zh-CN': '准备阶段不能更换房主', en: 'The host cannot change while players get ready' };
export const nobodyElse: Texts = { 'zh-CN': '没有其他玩家可以当房主', en: 'There is nobody else who could be host' };
export const passedOn: Texts = { 'zh-CN': '已把房主交给下一位', en: 'You passed the host role on' };
export const voteCounted: Texts = { 'zh-CN': '已记下你的一票', en: 'Your vote counts' };
export const countdownSet: Texts = { 'zh-CN': '倒计时已开始，/start stop 可取消', en: 'The countdown runs; /start stop cancels it' };
export const countdownEnded: Texts = { 'zh-CN': '已取消', en: 'Cancelled' };
export const noCountdown: Texts = { 'zh-CN': '没有倒计时', en: 'There is no countdown' };
export const countdownStopped: Texts = { 'zh-CN': '房主取消了倒计时', en: 'The host cancelled the countdown' };
export const noChart: Texts = { 'zh-CN': '还没有选择谱面，无法开始', en: 'Cannot start: no chart is selected' };
export const removedReason: Texts = { 'zh-CN': '你没有在时限内准备', en: 'You did not get ready in time' };

export const badSeconds = (word: string): Texts => ({
  'zh-CN': `“${word}”不是 1 到 600 的秒数`, en: `"${word}" is not a number of seconds from 1 to 600`,
});
export const tooFewPlayers = (needed: number, present: number): Texts => ({
  'zh-CN': `至少需要 ${needed} 名玩家，现在有 ${present} 名`, en: `A round needs at least ${needed} players; there are ${present}`,
});
export const voted = (name: string, count: number, needed: number): Texts => ({
  'zh-CN': `${name} 投票跳过房主（${count}/${needed}）`, en: `${name} votes to skip the host (${count}/${needed})`,
});
export const nextHost = (name: string): Texts => ({ 'zh-CN': `轮到 ${name} 当房主`, en: `${name} is host now` });
export const startsIn = (seconds: number): Texts => ({
  'zh-CN': `${seconds} 秒后开始`, en: `Starts in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}`,
});
export const removed = (name: string): Texts => ({ 'zh-CN': `${name} 没有准备，已被移出房间`, en: `${name} did not get ready and was removed` });

export const queue = (names: string[]): Texts => {
  const list = names.map((name, index) => `${index + 1}. ${name}`).join('  ');
  return { 'zh-CN': `房主顺序：${list}`, en: `Order of hosts: ${list}` };
};
