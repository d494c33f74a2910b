import type { RoomInfo, Texts } from 'phira-plugin';

export const help: Texts = {
  'zh-CN': '/status 在线情况\n/room [房间名] 房间\n/kick <编号或名字> [原因] 移出玩家（管理员）\n/broadcast <内容> 广播（管理员）',
  en: '/status who is online\n/room [name] rooms\n/kick <number or name> [reason] removes a player (administrators)\n/broadcast <text> tells all players (administrators)',
};
export const noRooms: Texts = { 'zh-CN': '现在没有房间', en: 'There are no rooms' };
export const onlyAdmins: Texts = { 'zh-CN': '只有管理员可以使用这个命令', en: 'Only administrators can use this command' };
export const needsSecret: Texts = {
  'zh-CN': '请先在插件配置中设置签名密钥（secret），否则无法确认管理员身份',
  en: 'Set the secret of the signature in the configuration first: without it nobody can prove to be an administrator',
};
export const kickUsage: Texts = { 'zh-CN': '用法：/kick <编号或名字> [原因]', en: 'Usage: /kick <number or name> [reason]' };
export const broadcastUsage: Texts = { 'zh-CN': '用法：/broadcast <内容>', en: 'Usage: /broadcast <text>' };

export const status = (players: number, rooms: number): Texts => ({
  'zh-CN': `在线 ${players} 人，房间 ${rooms} 个`, en: `${counted(players, 'player')} online, ${counted(rooms, 'room')}`,
});
export const moreRooms = (count: number): Texts => ({ 'zh-CN': `……还有 ${count} 个房间`, en: `… and ${counted(count, 'more room')}` });
export const noRoom = (name: string): Texts => ({ 'zh-CN': `没有房间“${name}”`, en: `There is no room "${name}"` });
export const noUser = (who: string): Texts => ({ 'zh-CN': `没有在线玩家“${who}”`, en: `No player "${who}" is online` });
export const severalUsers = (who: string, ids: number[]): Texts => ({
  'zh-CN': `有几名玩家叫“${who}”，请使用编号：${ids.join('、')}`, en: `Several players are called "${who}"; use a number: ${ids.join(', ')}`,
});
export const kicked = (name: string, id: number): Texts => ({ 'zh-CN': `已移出 ${name}（${id}）`, en: `Removed ${name} (${id})` });
export const kickReason = (reason: string): Texts => ({
  'zh-CN': `你被管理员移出服务器${reason && `：${reason}`}`, en: `An administrator removed you from the server${reason && `: ${reason}`}`,
});
export const broadcastSent = (count: number): Texts => ({ 'zh-CN': `已发送给 ${count} 名玩家`, en: `Sent to ${counted(count, 'player')}` });
export const players = (names: string[]): Texts => ({ 'zh-CN': `玩家：${names.join('、')}`, en: `Players: ${names.join(', ')}` });
export const leftOut = (count: number): Texts => ({ 'zh-CN': `……另有 ${count} 条未显示`, en: `… and ${count} more` });

export const joined = (name: string): Texts => ({ 'zh-CN': `${name} 上线了`, en: `${name} is online` });
export const left = (name: string): Texts => ({ 'zh-CN': `${name} 下线了`, en: `${name} went offline` });
export const roomOpened = (room: string): Texts => ({ 'zh-CN': `房间 ${room} 已创建`, en: `Room ${room} was opened` });
export const roomClosed = (room: string): Texts => ({ 'zh-CN': `房间 ${room} 已解散`, en: `Room ${room} was closed` });
export const roundBegan = (room: string, chart: string): Texts => ({ 'zh-CN': `房间 ${room} 开始游玩 ${chart}`, en: `Room ${room} plays ${chart}` });
export const roundEnded = (room: string, results: string): Texts => ({
  'zh-CN': `房间 ${room} 结束一局${results && `：${results}`}`, en: `Room ${room} finished a round${results && `: ${results}`}`,
});

const phases: Record<RoomInfo['phase'], Texts> = {
  'select-chart': { 'zh-CN': '选择谱面', en: 'selecting a chart' },
  'waiting-for-ready': { 'zh-CN': '等待准备', en: 'getting ready' },
  playing: { 'zh-CN': '游戏中', en: 'playing' },
};

export const roomLine = ({ name, players: { length }, maxUsers, locked, phase, chart }: RoomInfo): Texts => ({
  'zh-CN': `${locked ? '🔒' : ''}${name} ${length}/${maxUsers} ${phases[phase]['zh-CN']}${chart == null ? '' : ` ${chart.name}`}`,
  en: `${locked ? '🔒' : ''}${name} ${length}/${maxUsers} ${phases[phase].en}${chart == null ? '' : ` ${chart.name}`}`,
});

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
