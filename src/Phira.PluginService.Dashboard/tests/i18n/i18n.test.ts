import { afterEach, describe, expect, it } from 'vitest';
import { chooseLanguage, preferredLanguage, startLanguage, t } from '../../src/i18n';
import en from '../../src/i18n/en.json';
import zhCN from '../../src/i18n/zh-CN.json';

afterEach(() => {
  localStorage.clear();
  chooseLanguage('zh-CN');
});

describe('The language', () => {
  it('is what was chosen, else what the browser prefers, else Chinese', () => {
    expect(preferredLanguage('en', ['zh-CN'])).toBe('en');
    expect(preferredLanguage(null, ['en-GB', 'zh-CN'])).toBe('en');
    expect(preferredLanguage(null, ['ja', 'zh-TW', 'en'])).toBe('zh-CN');
    expect(preferredLanguage('klingon', ['fr'])).toBe('zh-CN');
  });

  it('is remembered and told to the browser', () => {
    chooseLanguage('en');
    expect(document.documentElement.lang).toBe('en');
    startLanguage();
    expect(t('nav.plugins')).toBe('Plugins');
  });
});

describe('The texts', () => {
  it('have the same placeholders in both languages', () => {
    const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    for (const [key, text] of Object.entries(zhCN)) {
      expect([key, placeholders(en[key as keyof typeof en])]).toEqual([key, placeholders(text)]);
    }
  });

  it('are filled in', () => {
    expect(t('overview.count', { running: 2, all: 3 })).toBe('2 个运行中，共 3 个');
  });

  it('keep braces that stand for nothing', () => {
    expect(t('form.jsonObject')).toContain('{}');
  });
});
