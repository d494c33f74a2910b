import type zhCN from './zh-CN.json';

/** Every text of the interface has a key in zh-CN.json; the other files must have exactly the same keys, which a test compares. */
export type TextKey = keyof typeof zhCN;
export type Texts = Record<TextKey, string>;

/** A language that there is a file of texts for. */
export interface Language {
  /** The BCP 47 tag, which is also the name of the file. */
  code: string;
  /** What the language calls itself. */
  name: string;
  texts: Texts;
}

const defaultCode = 'zh-CN';

/** The languages of these files: the default one first, then by tag. */
export function readLanguages(files: Record<string, Texts>): Language[] {
  const rank = ({ code }: Language) => (code === defaultCode ? '' : code);
  return Object.entries(files)
    .map(([path, texts]) => ({ code: path.replace(/^.*\/|\.json$/g, ''), name: texts['language.name'], texts }))
    .sort((a, b) => rank(a).localeCompare(rank(b)));
}

const primary = (tag: string) => tag.split('-', 1)[0]?.toLowerCase();

/** The language chosen before, else the first one of the browser's that there is a file for, else the default one. */
export function preferredLanguage(languages: readonly Language[], stored: string | null, browser: readonly string[]): Language {
  const choices = [
    languages.find(({ code }) => code === stored),
    ...browser.map(
      (tag) =>
        languages.find(({ code }) => code.toLowerCase() === tag.toLowerCase()) ??
        languages.find(({ code }) => primary(code) === primary(tag)),
    ),
  ];
  return choices.find((choice) => choice !== undefined) ?? languages[0]!;
}
