import { ifFound, type Optional } from './errors';
import { messages, users } from '../types/host';

/** A text in the languages of the players. */
export interface Texts {
  'zh-CN': string;
  en: string;
}

/** The text for a language tag: Chinese unless the tag names another language. */
export function inLanguage(texts: Texts, language: string): string {
  return language === '' || language.toLowerCase().startsWith('zh') ? texts['zh-CN'] : texts.en;
}

/** The language of a player; empty when it is not known. Needs `read_users`. */
export function languageOf(user: Optional<number>): string {
  return user == null ? '' : ifFound(() => users.getUserInfo(user).language) ?? '';
}

/** A text for a player. Needs `read_users`. */
export function textFor(user: Optional<number>, texts: Texts): string {
  return inLanguage(texts, languageOf(user));
}

/** Tells a player in the player's language; nobody when the player is not here any more. Needs `send_messages`. */
export function tellUser(user: number, texts: Texts): void {
  ifFound(() => messages.sendTemplateToUser(user, templatesOf(texts), []));
}

/** Tells everybody in a room in their languages; nobody when the room is closed. Needs `send_messages`. Counts as one message. */
export function tellRoom(room: number, texts: Texts): void {
  ifFound(() => messages.sendTemplateToRoom(room, templatesOf(texts), []));
}

/** Tells everybody on the server in their languages. Needs `broadcast`. Counts as one message. */
export function tellAll(texts: Texts): void {
  messages.broadcastTemplateToAll(templatesOf(texts), []);
}

/** Braces are part of the texts. */
function templatesOf(texts: Texts) {
  return Object.entries(texts).map(([language, text]: [string, string]) => ({ language, text: text.replace(/[{}]/g, '$&$&') }));
}
