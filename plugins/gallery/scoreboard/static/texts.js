export const allTexts = {
  'zh-CN': {
    title: '最近的对局',
    empty: '还没有对局',
    offline: '连接已断开，正在重试……',
    hidden: '未公开的房间',
    aborted: (count) => `${count} 人放弃`,
  },
  en: {
    title: 'Last rounds',
    empty: 'No rounds yet',
    offline: 'The connection is lost; trying again …',
    hidden: 'Hidden room',
    aborted: (count) => `${count} aborted the round`,
  },
};
