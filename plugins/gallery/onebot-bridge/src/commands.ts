import { ifFound, messages, rooms, textFor, users, type RoomInfo, type UserInfo } from 'phira-plugin';
import { config, say } from './settings';
import * as texts from './texts';

/** A line of a group that begins with a slash. */
export interface GroupCommand {
  name: string;
  words: string[];
  /** QQ number of who wrote it. */
  sender: number;
}

const shownRooms = 20;

const handlers: Record<string, (command: GroupCommand) => string> = {
  help: () => say(texts.help),
  status: () => say(texts.status(users.getOnlineUserCount(), rooms.getRoomCount())),
  room: ({ words: [name] }) => (name === undefined ? listRooms() : describeRoom(name)),
  kick: forAdmins(({ words: [who, ...reason] }) => kick(who, reason.join(' '))),
  broadcast: forAdmins(({ words }) => (words.length === 0 ? say(texts.broadcastUsage) : broadcast(words.join(' ')))),
};

/** Runs a command. Undefined: it is none of the bridge, and may be another bot's. */
export function run(command: GroupCommand): string | undefined {
  return Object.hasOwn(handlers, command.name) ? handlers[command.name]!(command) : undefined;
}

function forAdmins(handle: (command: GroupCommand) => string): (command: GroupCommand) => string {
  return (command) => {
    if (!config.current.admins.has(command.sender)) return say(texts.onlyAdmins);
    // Without a signature anybody could claim to be anybody.
    if (config.current.secret === '') return say(texts.needsSecret);
    return handle(command);
  };
}

function listRooms(): string {
  const open = rooms.listRooms().filter((room) => !isHidden(room));
  if (open.length === 0) return say(texts.noRooms);
  const shown = open.slice(0, shownRooms).map((room) => say(texts.roomLine(room)));
  return [...shown, ...(open.length > shownRooms ? [say(texts.moreRooms(open.length - shownRooms))] : [])].join('\n');
}

/** Players hide a room by the first letter of its name. */
export const isHidden = ({ name }: RoomInfo): boolean => /^[-_]/.test(name);

function describeRoom(name: string): string {
  const room = ifFound(() => rooms.findRoom(name));
  if (room === undefined) return say(texts.noRoom(name));
  const names = room.players.map((user) => ifFound(() => users.getUserInfo(user).name) ?? `#${user}`);
  return [say(texts.roomLine(room)), say(texts.players(names))].join('\n');
}

function kick(who: string | undefined, reason: string): string {
  if (who === undefined) return say(texts.kickUsage);
  const found = findUsers(who);
  if (found.length === 0) return say(texts.noUser(who));
  if (found.length > 1) return say(texts.severalUsers(who, found.map(({ id }) => id)));
  const [user] = found as [UserInfo];
  users.kickUser(user.id, textFor(user.id, texts.kickReason(reason)));
  return say(texts.kicked(user.name, user.id));
}

/** By number, or by the whole name, which several may share. */
function findUsers(who: string): UserInfo[] {
  const online = users.listOnlineUsers();
  const byId = online.filter(({ id }) => String(id) === who);
  return byId.length > 0 ? byId : online.filter(({ name }) => name === who);
}

function broadcast(text: string): string {
  return say(texts.broadcastSent(messages.broadcastMessageToAll(text)));
}
