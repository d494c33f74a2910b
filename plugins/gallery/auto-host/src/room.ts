import {
  after, clock, ifFound, isHostError, log, Refusal, rooms, tellRoom, tellUser, textFor, users,
  type Optional, type RoomInfo, type Texts, type Timer,
} from 'phira-plugin';
import { config } from './settings';
import * as texts from './texts';

/** What goes over to the next version of the plugin. Times are the host's clock in milliseconds. */
export interface SavedRoom {
  id: number;
  queue: number[];
  ready: number[];
  starter?: number;
  startAt?: number;
  removeAt?: number;
}

/** One room: whose turn it is to be host, and what it waits for. The first of the queue is the host. */
export class Room {
  private votes = new Set<number>();
  private ready = new Set<number>();
  /** The player who asked for the round and need not get ready; undefined when the countdown started it. */
  private starter?: number;
  private startAt?: number;
  private removeAt?: number;
  private countdown?: Timer;
  private watch?: Timer;

  constructor(private readonly id: number, private queue: number[]) {}

  static restore({ id, queue, ready, starter, startAt, removeAt }: SavedRoom): Room {
    const room = new Room(id, queue);
    room.ready = new Set(ready);
    room.starter = starter;
    room.startAt = startAt;
    room.removeAt = removeAt;
    return room;
  }

  save(): SavedRoom {
    const { id, queue, starter, startAt, removeAt } = this;
    return { id, queue, ready: [...this.ready], starter, startAt, removeAt };
  }

  /** Catches up with what happened while nobody listened, and sets the timers that ran before. */
  resume(info: RoomInfo): void {
    const present = new Set(info.players);
    this.queue = [...this.queue.filter((user) => present.has(user)), ...info.players.filter((user) => !this.has(user))];
    if (info.host != null) this.putFirst(info.host);
    if (this.startAt !== undefined) this.setCountdown(this.startAt);
    if (this.removeAt !== undefined) this.setWatch(this.removeAt);
  }

  /** Gives those who get ready the time that the changed configuration says, from now on. */
  reconfigure(): void {
    if (this.removeAt !== undefined) this.watchReady();
  }

  close(): void {
    this.cancelCountdown();
    this.cancelWatch();
  }

  has(user: number): boolean {
    return this.queue.includes(user);
  }

  names(): string[] {
    return this.queue.map((user) => nameOf(user));
  }

  join(user: number): void {
    if (!this.has(user)) this.queue.push(user);
  }

  leave(user: number, info: RoomInfo): void {
    this.queue = this.queue.filter((other) => other !== user);
    this.votes.delete(user);
    this.ready.delete(user);
    this.countVotes(info);
  }

  /** Another host was appointed. When the previous one has left, the turn is the next one's, whomever the server took. */
  hostChanged(info: RoomInfo, previous: Optional<number>): void {
    if (info.host == null) return;
    this.votes.clear();
    if (previous != null && !info.players.includes(previous)) {
      this.queue = this.queue.filter((user) => user !== previous);
      const next = this.queue.find(isConnected);
      if (next !== undefined && next !== info.host && this.appoint(next)) return;
    }
    this.putFirst(info.host);
  }

  /** A round begins to wait for its players. */
  begin(starter?: number): void {
    this.cancelCountdown();
    this.votes.clear();
    this.ready.clear();
    this.starter = starter;
    this.watchReady();
  }

  setReady(user: number, ready: boolean): void {
    if (ready) this.ready.add(user);
    else this.ready.delete(user);
  }

  /** Passes the turn on, unless the room rotates by itself. */
  endRound(info: RoomInfo): void {
    this.cancelWatch();
    if (!info.cycle) this.passOn();
  }

  /** Counts a vote against the host; the host's own is enough. */
  vote(user: number): Texts {
    const info = rooms.getRoomInfo(this.id);
    if (info.phase === 'waiting-for-ready') throw new Refusal(textFor(user, texts.notWhileGettingReady));
    if (this.queue.length < 2) throw new Refusal(textFor(user, texts.nobodyElse));
    if (user === info.host) {
      this.passOn();
      return texts.passedOn;
    }
    this.votes.add(user);
    const needed = this.neededVotes();
    tellRoom(this.id, texts.voted(nameOf(user), this.votes.size, needed));
    this.countVotes(info);
    return texts.voteCounted;
  }

  startCountdown(seconds: number): Texts {
    this.setCountdown(clock.now() + seconds * 1000);
    tellRoom(this.id, texts.startsIn(seconds));
    return texts.countdownSet;
  }

  stopCountdown(): Texts {
    if (!this.cancelCountdown()) return texts.noCountdown;
    tellRoom(this.id, texts.countdownStopped);
    return texts.countdownEnded;
  }

  private neededVotes(): number {
    return Math.max(1, Math.ceil((this.queue.length - 1) * config.current.skipPercent / 100));
  }

  private countVotes(info: RoomInfo): void {
    if (this.votes.size > 0 && this.queue.length > 1 && info.phase !== 'waiting-for-ready' && this.votes.size >= this.neededVotes()) this.passOn();
  }

  /** The host goes to the end of the queue, and the next one who is connected leads the room. */
  private passOn(): void {
    this.votes.clear();
    const [, ...others] = this.queue;
    const next = others.find(isConnected);
    if (next === undefined) return;
    this.queue.push(...this.queue.splice(0, 1));
    if (this.appoint(next)) tellRoom(this.id, texts.nextHost(nameOf(next)));
  }

  private appoint(user: number): boolean {
    try {
      rooms.transferHost(this.id, user);
      return true;
    } catch (error) {
      // The player or the room has gone, or a round is about to begin: the events that follow put the queue right.
      if (isHostError(error, 'not-found', 'conflict', 'invalid-argument')) return false;
      throw error;
    }
  }

  private putFirst(user: number): void {
    this.queue = [user, ...this.queue.filter((other) => other !== user)];
  }

  private setCountdown(at: number): void {
    this.cancelCountdown();
    this.startAt = at;
    this.countdown = after(timeUntil(at), () => this.start());
  }

  private cancelCountdown(): boolean {
    const ran = this.startAt !== undefined;
    this.countdown?.cancel();
    this.countdown = this.startAt = undefined;
    return ran;
  }

  private start(): void {
    this.countdown = this.startAt = undefined;
    const info = ifFound(() => rooms.getRoomInfo(this.id));
    if (info === undefined || info.phase !== 'select-chart') return;
    if (info.players.length < config.current.minPlayers) {
      tellRoom(this.id, texts.tooFewPlayers(config.current.minPlayers, info.players.length));
      return;
    }
    if (info.chart == null) {
      tellRoom(this.id, texts.noChart);
      return;
    }
    // Nobody is ready yet when the host asks; a player who gets ready at once must not be forgotten.
    this.begin();
    rooms.startGame(this.id);
  }

  private watchReady(): void {
    this.cancelWatch();
    const { readySeconds } = config.current;
    if (readySeconds > 0) this.setWatch(clock.now() + readySeconds * 1000);
  }

  private setWatch(at: number): void {
    this.cancelWatch();
    this.removeAt = at;
    this.watch = after(timeUntil(at), () => this.removeIdle());
  }

  private cancelWatch(): void {
    this.watch?.cancel();
    this.watch = this.removeAt = undefined;
  }

  private removeIdle(): void {
    this.watch = this.removeAt = undefined;
    const info = ifFound(() => rooms.getRoomInfo(this.id));
    if (info?.phase !== 'waiting-for-ready') return;
    for (const user of [...info.players, ...info.monitors]) {
      if (user === this.starter || this.ready.has(user)) continue;
      log.info('removes a player who did not get ready', { room: info.name, user });
      for (const other of info.players) if (other !== user) tellUser(other, texts.removed(nameOf(user)));
      ifFound(() => rooms.kickFromRoom(this.id, user, textFor(user, texts.removedReason)));
    }
    // Somebody may still not want to be ready any more.
    this.watchReady();
  }
}

const timeUntil = (at: number): number => Math.max(10, at - clock.now());

const isConnected = (user: number): boolean => ifFound(() => users.getUserInfo(user).connected) ?? false;

function nameOf(user: number): string {
  return ifFound(() => users.getUserInfo(user).name) ?? `#${user}`;
}
