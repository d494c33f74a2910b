export const texts = {
  'zh-CN': {
    summary: (rooms, players) => (rooms === 0 ? '现在没有房间' : `${rooms} 个房间，${players} 名玩家`),
    offline: '连接已断开，正在重试……',
    locked: '🔒 已锁定',
    noChart: '还没有选择谱面',
    phases: { 'select-chart': '选择谱面', 'waiting-for-ready': '等待准备', playing: '游戏中' },
    host: (name) => `房主：${name}`,
    names: (list) => list.join('、'),
  },
  en: {
    summary: (rooms, players) => (rooms === 0 ? 'There are no rooms' : `${rooms} rooms, ${players} players`),
    offline: 'The connection is lost; trying again …',
    locked: '🔒 Locked',
    noChart: 'No chart selected',
    phases: { 'select-chart': 'Selecting a chart', 'waiting-for-ready': 'Getting ready', playing: 'Playing' },
    host: (name) => `Host: ${name}`,
    names: (list) => list.join(', '),
  },
};
