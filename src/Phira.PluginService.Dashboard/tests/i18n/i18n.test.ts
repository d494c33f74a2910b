import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { chooseLanguage, languages, startLanguage, t } from '../../src/i18n';
import { preferredLanguage, readLanguages } from '../../src/i18n/languages';
import zhCN from '../../src/i18n/zh-CN.json';

afterEach(() => {
  localStorage.clear();
  chooseLanguage('zh-CN');
});

describe('The language', () => {
  const choose = (stored: string | null, browser: string[], among = languages) => preferredLanguage(among, stored, browser).code;

  it('is what was chosen, else what the browser prefers, else Chinese', () => {
    expect(choose('en', ['zh-CN'])).toBe('en');
    expect(choose(null, ['en-GB', 'zh-CN'])).toBe('en');
    expect(choose(null, ['ja', 'zh-TW', 'en'])).toBe('zh-CN');
    expect(choose('klingon', ['fr'])).toBe('zh-CN');
  });

  it('is one more with one more file', () => {
    const more = readLanguages({
      './ja.json': { ...zhCN, 'language.name': '日本語' },
      './zh-TW.json': { ...zhCN, 'language.name': '繁體中文' },
      './en.json': { ...zhCN, 'language.name': 'English' },
      './zh-CN.json': zhCN,
    });

    expect(more.map(({ code, name }) => [code, name])).toEqual([
      ['zh-CN', '中文'],
      ['en', 'English'],
      ['ja', '日本語'],
      ['zh-TW', '繁體中文'],
    ]);
    expect(choose(null, ['fr', 'ja-JP', 'en'], more)).toBe('ja');
    expect(choose(null, ['zh-tw'], more)).toBe('zh-TW');
    expect(choose(null, ['zh-SG'], more)).toBe('zh-CN');
    expect(choose('ja', ['en'], more)).toBe('ja');
  });

  it('is remembered and told to the browser', () => {
    chooseLanguage('en');
    expect(document.documentElement.lang).toBe('en');
    startLanguage();
    expect(t('nav.plugins')).toBe('Plugins');
  });
});

describe('The texts', () => {
  const others = languages.filter(({ code }) => code !== 'zh-CN');

  it.each(others)('of $code have exactly the keys of zh-CN', ({ texts }) => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(zhCN).sort());
  });

  it.each(others)('of $code have the same placeholders as those of zh-CN', ({ texts }) => {
    const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
    const ofEach = (all: Record<string, string>) => Object.fromEntries(Object.entries(all).map(([key, text]) => [key, placeholders(text)]));
    expect(ofEach(texts)).toEqual(ofEach(zhCN));
  });

  it('are those of every file in the folder, and zh-CN comes first', () => {
    const files = readdirSync(join(import.meta.dirname, '../../src/i18n')).filter((name) => name.endsWith('.json'));
    expect(languages.map(({ code }) => `${code}.json`).sort()).toEqual(files.sort());
    expect(languages[0]?.code).toBe('zh-CN');
  });

  it('are filled in', () => {
    expect(t('overview.count', { running: 2, all: 3 })).toBe('2 个运行中，共 3 个');
  });

  it('keep braces that stand for nothing', () => {
    expect(t('form.jsonObject')).toContain('{}');
  });
});
