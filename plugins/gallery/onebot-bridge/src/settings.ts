import { inLanguage, settings, type Texts } from 'phira-plugin';

/** The configuration; its schema has the limits. */
export const config = settings((values) => ({
  apiUrl: String(values.api_url ?? '').replace(/\/+$/, ''),
  accessToken: String(values.access_token ?? ''),
  secret: String(values.secret ?? ''),
  groups: numbers(values.groups),
  admins: numbers(values.admins),
  events: new Set(values.events as string[] ?? []),
  language: String(values.language ?? 'zh-CN'),
}));

/** A text in the language of the groups. */
export const say = (texts: Texts): string => inLanguage(texts, config.current.language);

function numbers(value: unknown): Set<number> {
  return new Set((value as number[] | undefined) ?? []);
}
