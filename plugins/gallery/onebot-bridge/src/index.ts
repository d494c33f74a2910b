import {
  bytesOf, describe, empty, header, HostError, ifFound, json, log, on, onHealthCheck, route, textOf, users, type EventType, type IncomingRequest, type Response,
  type RoomInfo,
} from 'phira-plugin';
import { isHidden, run } from './commands';
import { lastProblems, tellGroups } from './outbox';
import { config, say } from './settings';
import { isSignature, isSignedWith } from './signature';
import * as texts from './texts';

export { configHandler, eventHandler, healthHandler, httpHandler, lifecycle, timerHandler } from 'phira-plugin';

/** What the bridge reads of a message that OneBot reports. */
interface Report {
  post_type?: string;
  message_type?: string;
  group_id?: number;
  user_id?: number;
  self_id?: number;
  raw_message?: string;
}

describe({ name: 'onebot-bridge', version: '1.0.0' });

// OneBot reports messages, which are much smaller. Anybody can send to this route, and the digest of what is sent is this plugin's work.
const maxBodyBytes = 64 * 1024;

route('POST', '/event', 'public', (request) => refusal(request) ?? answer(request), { maxBodyBytes });

/** Who cannot sign is not the OneBot implementation. */
function refusal(request: IncomingRequest): Response | undefined {
  const { secret } = config.current;
  if (secret === '') return undefined;
  const signature = header(request, 'x-signature');
  if (signature === undefined) return empty(401);
  return isSignature(signature) && isSignedWith(secret, bytesOf(request.body), signature) ? undefined : empty(403);
}

function answer(request: IncomingRequest): Response {
  const report = parse(textOf(request.body));
  if (report === undefined) return empty(400);
  const { post_type: type, message_type: kind, group_id: group, user_id: sender, self_id: self, raw_message: message } = report;
  if (type !== 'message' || kind !== 'group' || typeof message !== 'string' || typeof sender !== 'number' || sender === self) return empty();
  if (group === undefined || !config.current.groups.has(group)) return empty();
  const [first, ...words] = unescape(message).trim().split(/\s+/);
  if (!first!.startsWith('/')) return empty();
  const reply = reported(() => run({ name: first!.slice(1), words, sender }));
  return reply === undefined ? empty() : json({ reply, auto_escape: true, at_sender: false });
}

function parse(body: string): Report | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A raw message writes these characters as entities, so that they are no codes. */
function unescape(message: string): string {
  return message.replaceAll('&#91;', '[').replaceAll('&#93;', ']').replaceAll('&#44;', ',').replaceAll('&amp;', '&');
}

/** What the host refuses is said in the group. */
function reported(action: () => string | undefined): string | undefined {
  try {
    return action();
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    log.warn(error.message);
    return error.message;
  }
}

onHealthCheck(() => {
  const reasons = lastProblems();
  return { status: reasons.length === 0 ? 'healthy' : 'warning', reasons };
});

const wanted = (type: EventType, line: () => string): void => {
  if (config.current.events.has(type)) tellGroups(line());
};
const wantedOf = (room: RoomInfo, type: EventType, line: () => string): void => {
  if (!isHidden(room)) wanted(type, line);
};
const nameOf = (user: number): string => ifFound(() => users.getUserInfo(user).name) ?? `#${user}`;

on('user_connect', ({ name }) => wanted('user_connect', () => say(texts.joined(name))));
on('user_disconnect', ({ name }) => wanted('user_disconnect', () => say(texts.left(name))));
on('room_create', ({ room }) => wantedOf(room, 'room_create', () => say(texts.roomOpened(room.name))));
on('room_disband', (room) => wantedOf(room, 'room_disband', () => say(texts.roomClosed(room.name))));
on('game_start', ({ room }) => wantedOf(room, 'game_start', () => say(texts.roundBegan(room.name, room.chart?.name ?? ''))));
on('game_end', ({ room, records }) => wantedOf(room, 'game_end', () => {
  const best = [...records].sort((one, other) => other.score - one.score).slice(0, 3);
  return say(texts.roundEnded(room.name, best.map(({ player, score }) => `${nameOf(player)} ${score}`).join(', ')));
}));
