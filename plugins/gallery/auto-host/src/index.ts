import { before, command, describe, handOver, on, onStart, onStop, Refusal, refuse, rooms, textFor, type Optional } from 'phira-plugin';
import { Lobby, type SavedRoom } from './lobby';
import { config, whenConfigChanges } from './settings';
import * as texts from './texts';

export { commandHandler, configHandler, eventHandler, lifecycle, stateHandler, timerHandler } from 'phira-plugin';

describe({ name: 'auto-host', version: '1.0.0' });

const lobby = new Lobby();

onStart(() => lobby.open());
onStop(() => lobby.close());
whenConfigChanges(() => lobby.reconfigure());
handOver<SavedRoom[]>(() => lobby.save(), (rooms) => lobby.restore(rooms));

on('room_create', ({ room }) => lobby.follow(room));
on('room_disband', (room) => lobby.forget(room.id));
on('user_join_room', ({ user, room, monitor }) => {
  if (!monitor) lobby.follow(room)?.join(user.id);
});
on('user_leave_room', ({ user, room }) => lobby.find(room.id)?.leave(user.id, room));
on('room_host_change', ({ room, previous }) => lobby.follow(room)?.hostChanged(room, previous));
on('game_end', ({ room }) => lobby.find(room.id)?.endRound(room));
on('player_ready', ({ user, room, ready }) => lobby.find(room)?.setReady(user.id, ready));

before('game_start', ({ room, starter }) => {
  // A before-event may overtake the events that tell who came into the room.
  const managed = lobby.follow(room);
  if (managed === undefined) return;
  const missing = config.current.minPlayers - room.players.length;
  if (missing > 0) return refuse(textFor(starter, texts.tooFewPlayers(config.current.minPlayers, room.players.length)));
  managed.begin(starter ?? undefined);
});

command('queue', { description: texts.queueCommand }, ({ caller }) => {
  const room = managedRoom(caller.user, caller.room);
  return textFor(caller.user, texts.queue(room.names()));
});

command('skip', { description: texts.skipCommand }, ({ caller }) => {
  const room = managedRoom(caller.user, caller.room);
  if (caller.user == null || !room.has(caller.user)) throw new Refusal(textFor(caller.user, texts.notPlaying));
  return textFor(caller.user, room.vote(caller.user));
});

command('start', { description: texts.startCommand, usage: '<seconds>|stop', level: 'room-host' }, ({ caller, words }) => {
  const room = managedRoom(caller.user, caller.room);
  const [word = '10'] = words;
  if (word === 'stop') return textFor(caller.user, room.stopCountdown());
  const seconds = Number(word);
  if (!/^\d+$/.test(word) || seconds < 1 || seconds > 600) throw new Refusal(textFor(caller.user, texts.badSeconds(word)));
  return textFor(caller.user, room.startCountdown(seconds));
});

function managedRoom(user: Optional<number>, room: Optional<number>) {
  if (room == null) throw new Refusal(textFor(user, texts.noRoom));
  const managed = lobby.find(room) ?? lobby.follow(rooms.getRoomInfo(room));
  if (managed === undefined) throw new Refusal(textFor(user, texts.notManaged));
  return managed;
}
