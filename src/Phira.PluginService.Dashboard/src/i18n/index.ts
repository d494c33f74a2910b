import { computed, ref, shallowRef } from 'vue';
import en from './en.json';
import zhCN from './zh-CN.json';

/** Every text of the interface has a key in zh-CN.json; the other languages must have exactly the same keys. */
export type TextKey = keyof typeof zhCN;
export type Texts = Record<TextKey, string>;
export type Language = 'zh-CN' | 'en';

export const languages: readonly { code: Language; name: string }[] = [
  { code: 'zh-CN', name: '中文' },
  { code: 'en', name: 'English' },
];

// Both are loaded at once: they are small, and a page that stays open over an upgrade of the service finds no old file later.
// A key that is missing in en.json does not compile here; one that only en.json has does not compile below.
const all: Record<Language, Texts> = { 'zh-CN': zhCN, en };
type Surplus = Exclude<keyof typeof en, TextKey>;
true satisfies Surplus extends never ? true : `en.json has a key that zh-CN.json does not: ${Surplus}`;

const storageKey = 'phira.language';
const language = ref<Language>('zh-CN');
const texts = shallowRef<Texts>(zhCN);

function isLanguage(value: string | null): value is Language {
  return languages.some((known) => known.code === value);
}

/** The language chosen before, else the first one of the browser's that we have, else Chinese. */
export function preferredLanguage(stored: string | null, browser: readonly string[]): Language {
  if (isLanguage(stored)) return stored;
  for (const tag of browser) {
    if (/^zh\b/i.test(tag)) return 'zh-CN';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'zh-CN';
}

function apply(next: Language): void {
  texts.value = all[next];
  language.value = next;
  document.documentElement.lang = next;
}

export function startLanguage(): void {
  apply(preferredLanguage(localStorage.getItem(storageKey), navigator.languages));
}

export function chooseLanguage(next: Language): void {
  localStorage.setItem(storageKey, next);
  apply(next);
}

/** The text of a key; `{name}` is replaced by the value of that name. */
export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  return texts.value[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The text of a key that is made of data, or something else when the data are newer than the texts. */
export function tOr(key: string, otherwise: string): string {
  return key in zhCN ? t(key as TextKey) : otherwise;
}

export function useI18n() {
  return { t, language: computed(() => language.value), languages, chooseLanguage };
}

export function currentLanguage(): Language {
  return language.value;
}
