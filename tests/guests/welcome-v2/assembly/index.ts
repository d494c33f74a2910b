// A later version of the plugin `welcome`, for tests of the hot reload: the same name, configuration and state, another language, and a
// visible difference: each of its messages begins with `[v2] `.

import {
  Answer, Event, EventKind, Json, Metadata, Outcome, Plugin, RoomJoin, UserInfo, events, log, messages, register, storage,
} from "phira-plugin";

export * from "phira-plugin/exports/lifecycle";
export * from "phira-plugin/exports/event-handler";
export * from "phira-plugin/exports/config-handler";
export * from "phira-plugin/exports/state-handler";

const MARK = "[v2] ";

class Welcome extends Plugin {
  private greeting: string = "";
  private announcement: string = "";
  private announce: bool = true;
  private visits: Map<u32, f64> = new Map<u32, f64>();

  metadata(): Metadata { return new Metadata("welcome", "2.0.0", "Phira.PluginService"); }

  init(config: Json): string | null {
    this.onConfigChanged(config);
    const refused = events.subscribe("user_connect");
    if (refused !== null) return refused.toString();
    const alsoRefused = events.subscribe("user_join_room");
    return alsoRefused === null ? null : alsoRefused.toString();
  }

  validateConfig(config: Json): string | null {
    return config.getString("greeting", "?").length == 0 ? "greeting: must not be empty" : null;
  }

  onConfigChanged(config: Json): string | null {
    this.greeting = config.getString("greeting", "欢迎 {name}！这是你第 {visits} 次来访。");
    this.announcement = config.getString("join_announcement", "{name} 加入了房间 {room}");
    this.announce = config.getBool("announce_joins", true);
    return null;
  }

  onEvent(event: Event): Answer<Outcome> {
    if (event.kind == EventKind.UserConnect) this.greet(event.payload as UserInfo);
    if (event.kind == EventKind.UserJoinRoom && this.announce) this.tell(event.payload as RoomJoin);
    return Answer.ok<Outcome>(Outcome.proceed());
  }

  saveState(): Answer<Uint8Array> {
    const counts = Json.object();
    const users = this.visits.keys();
    for (let i = 0; i < users.length; i++) counts.set(users[i].toString(), Json.number(this.visits.get(users[i])));
    return Answer.ok<Uint8Array>(Uint8Array.wrap(String.UTF8.encode(Json.object().set("visits", counts).toString())));
  }

  restoreState(state: Uint8Array): string | null {
    const read = Json.parse(String.UTF8.decodeUnsafe(state.dataStart, state.length));
    if (read.error !== null) return read.error;
    const counts = read.value.get("visits");
    if (counts === null) return "the state has no member \"visits\"";
    for (let i = 0; i < counts.length; i++) this.visits.set(<u32>parseInt(counts.nameAt(i)), counts.valueAt(i).asNumber());
    return null;
  }

  private greet(user: UserInfo): void {
    const visits = this.count(user.id);
    const text = MARK + this.greeting.replaceAll("{name}", user.name).replaceAll("{visits}", (<i64>visits).toString());
    const error = messages.toUser(user.id, text);
    if (error !== null) log.warn(error.toString());
  }

  // Like the first version: in the host's storage, or in memory when the host refuses it.
  private count(user: u32): f64 {
    const remembered = (this.visits.has(user) ? this.visits.get(user) : 0) + 1;
    const key = "visits/" + user.toString();
    const stored = storage.get(key);
    if (stored.error === null) {
      const before = stored.value;
      const visits = remembered + (before === null ? 0 : parseFloat(before));
      if (storage.set(key, (<i64>visits).toString()) === null) {
        this.visits.delete(user);
        return visits;
      }
    }
    this.visits.set(user, remembered);
    return remembered;
  }

  private tell(join: RoomJoin): void {
    const text = MARK + this.announcement.replaceAll("{name}", join.user.name).replaceAll("{room}", join.room.name);
    const error = messages.toRoom(join.room.id, text);
    if (error !== null) log.warn(error.toString());
  }
}

register(new Welcome());
