import { after, describe, httpStreams, ifFound, json, on, onHost, onInit, rooms, route, settings, users, type RoomInfo, type Timer } from 'phira-plugin';

export { configHandler, eventHandler, httpHandler, lifecycle, timerHandler } from 'phira-plugin';

/** What happens at the same time becomes one message: every reader then asks for the list. */
const gatherMs = 250;
const stream = 'rooms';

/** A room as the page and other readers see it. */
interface PublicRoom {
  name: string;
  phase: RoomInfo['phase'];
  players: number;
  maxPlayers: number;
  locked: boolean;
  chart: { id: number; name: string } | null;
  host: string | null;
  names: string[];
}

describe({ name: 'room-list-page', version: '1.0.0' });

const config = settings((values) => ({
  title: String(values.title ?? 'Phira'),
  showPlayers: Boolean(values.show_players ?? true),
  showLocked: Boolean(values.show_locked ?? true),
}), () => changed());

let timer: Timer | undefined;

onInit(() => httpStreams.openStream(stream, 'public'));

route('GET', '/rooms', 'public', () => {
  const answer = json(list());
  return { ...answer, headers: [...answer.headers, { name: 'cache-control', value: 'no-cache' }] };
});

for (const type of [
  'room_create', 'room_disband', 'user_join_room', 'user_leave_room', 'room_host_change', 'room_lock_change', 'chart_select', 'game_start', 'game_end',
] as const) {
  on(type, changed);
}
onHost('room_state_change', changed);

function changed(): void {
  timer ??= after(gatherMs, () => {
    timer = undefined;
    // Without the list: a message has a limit, and the list of a full server is longer.
    httpStreams.publish(stream, 'changed', '{}');
  });
}

function list(): { title: string; rooms: PublicRoom[] } {
  const { title, showLocked } = config.current;
  return { title, rooms: rooms.listRooms().filter((room) => isVisible(room) && (showLocked || !room.locked)).map(publicRoom) };
}

/** Players hide a room by the first letter of its name. */
const isVisible = ({ name }: RoomInfo): boolean => !/^[-_]/.test(name);

function publicRoom({ name, phase, players, maxUsers, locked, chart, host }: RoomInfo): PublicRoom {
  const { showPlayers } = config.current;
  return {
    name,
    phase,
    players: players.length,
    maxPlayers: maxUsers,
    locked,
    chart: chart ?? null,
    host: showPlayers && host != null ? nameOf(host) : null,
    names: showPlayers ? players.map(nameOf) : [],
  };
}

function nameOf(user: number): string {
  return ifFound(() => users.getUserInfo(user).name) ?? `#${user}`;
}
