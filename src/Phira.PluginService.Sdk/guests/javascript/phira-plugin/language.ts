import { ifFound, type Optional } from './errors';
import { messages, rooms, users } from '../types/host';

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

/** Tells a player in the player's language; nobody when the player is not here any more. Needs `send_messages` and `read_users`. */
export function tellUser(user: number, texts: Texts): void {
  ifFound(() => messages.sendMessageToUser(user, textFor(user, texts)));
}

/** Tells everybody in a room in their languages. Needs `send_messages`, `read_users` and `read_rooms`. */
export function tellRoom(room: number, texts: Texts): void {
  const info = ifFound(() => rooms.getRoomInfo(room));
  for (const user of [...info?.players ?? [], ...info?.monitors ?? []]) tellUser(user, texts);
}
