export const allTexts = {
  'zh-CN': {
    title: '比赛积分榜',
    empty: '还没有成绩',
    offline: '连接已断开，正在重试……',
    sum: '所有对局合计',
    best: (count) => `计最好的 ${count} 局`,
    rounds: (count) => `${count} 局`,
  },
  en: {
    title: 'Standings',
    empty: 'No results yet',
    offline: 'The connection is lost; trying again …',
    sum: 'All rounds count',
    best: (count) => `The best ${count} rounds count`,
    rounds: (count) => `${count} rounds`,
  },
};
