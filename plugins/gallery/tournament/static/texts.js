const allTexts = {
  'zh-CN': {
    title: '比赛积分榜',
    empty: '还没有成绩',
    sum: '所有对局合计',
    best: (count) => `计最好的 ${count} 局`,
    rounds: (count) => `${count} 局`,
  },
  en: {
    title: 'Standings',
    empty: 'No results yet',
    sum: 'All rounds count',
    best: (count) => `The best ${count} rounds count`,
    rounds: (count) => `${count} rounds`,
  },
};
