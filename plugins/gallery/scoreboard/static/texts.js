const allTexts = {
  'zh-CN': { title: '最近的对局', empty: '还没有对局', aborted: (count) => `${count} 人放弃` },
  en: { title: 'Last rounds', empty: 'No rounds yet', aborted: (count) => `${count} gave up` },
};
