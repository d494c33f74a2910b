import { computed, shallowRef } from 'vue';
import { preferredLanguage, readLanguages, type Language, type TextKey, type Texts } from './languages';

export type { TextKey, Texts };

// A file more is a language more. All are loaded at once: they are small, and a page that stays open over an upgrade of the service finds no old
// file later.
export const languages: readonly Language[] = readLanguages(import.meta.glob<Texts>('./*.json', { eager: true, import: 'default' }));

const storageKey = 'phira.language';
const language = shallowRef(languages[0]!);

function apply(next: Language): void {
  language.value = next;
  document.documentElement.lang = next.code;
}

export function startLanguage(): void {
  apply(preferredLanguage(languages, localStorage.getItem(storageKey), navigator.languages));
}

/** Changes to a language that there is a file for, and remembers it. */
export function chooseLanguage(code: string): void {
  localStorage.setItem(storageKey, code);
  apply(preferredLanguage(languages, code, navigator.languages));
}

/** The text of a key; `{name}` is replaced by the value of that name. */
export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  return language.value.texts[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The text of a key that is made of data, or something else when the data are newer than the texts. */
export function tOr(key: string, otherwise: string): string {
  return key in language.value.texts ? t(key as TextKey) : otherwise;
}

export function useI18n() {
  return { t, language: computed(currentLanguage), languages, chooseLanguage };
}

/** The tag of the language that the texts are in. */
export function currentLanguage(): string {
  return language.value.code;
}
