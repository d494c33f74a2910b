import { CustomEvent } from "./events";
import { Json, JsonKind } from "./json";
import { NONE } from "./runtime/memory";
import { ChartInfo, RoomInfo, RoomPhase, UserInfo } from "./types";

/** An event of the host that was added after the cases of `event-payload` were fixed. It arrives as `CustomEvent` with a JSON text; this reads it. */
export abstract class HostEvent {
  /** Null when the event is a plugin's, or one that this SDK does not know. Then `instanceof` tells which it is. */
  static read(event: CustomEvent): HostEvent | null {
    if (event.source != "host") return null;
    const parsed = Json.parse(event.data);
    if (parsed.error !== null) return null;
    const data = parsed.value;
    if (event.eventType == "room_state_change") {
      const room = member(data, "room");
      if (room.kind != JsonKind.Object) return null;
      return new RoomStateChange(toRoom(room), toPhase(data.getString("previous")), toId(data, "by"));
    }
    const who = member(data, "user");
    if (who.kind != JsonKind.Object) return null;
    const user = toUser(who);
    if (event.eventType == "session_suspend") return new SessionSuspend(user);
    if (event.eventType == "session_resume") return new SessionResume(user, data.getBool("suspended"));
    if (event.eventType == "session_end") return new SessionEnd(user, data.getString("reason"));
    return null;
  }
}

/** `room_state_change`: a room is in another phase of its round. */
export class RoomStateChange extends HostEvent {
  /** `by` asked to start, or called the round off; `NONE` for nobody. */
  constructor(public room: RoomInfo, public previous: RoomPhase, public by: u32) { super(); }
}

/** `session_suspend`: a user in a room has lost the connection; the place is kept for a while. */
export class SessionSuspend extends HostEvent {
  constructor(public user: UserInfo) { super(); }
}

/** `session_resume`: a user who was here already has logged in again. */
export class SessionResume extends HostEvent {
  /** `suspended` tells whether the connection was lost before; otherwise the earlier one was still there. */
  constructor(public user: UserInfo, public suspended: bool) { super(); }
}

/** `session_end`: a user is leaving the server. */
export class SessionEnd extends HostEvent {
  /** `reason` is `quit`, `kicked`, `timeout`, `error` or `shutdown`; later hosts may know more. */
  constructor(public user: UserInfo, public reason: string) { super(); }
}

function member(json: Json, name: string): Json {
  const value = json.get(name);
  return value === null ? Json.null() : value;
}

function toId(json: Json, name: string): u32 {
  const value = member(json, name);
  return value.kind == JsonKind.Number ? <u32>value.asNumber() : NONE;
}

function toIds(json: Json): u32[] {
  const items: u32[] = [];
  for (let i = 0; i < json.length; i++) items.push(<u32>json.at(i).asNumber());
  return items;
}

function toPhase(name: string): RoomPhase {
  if (name == "playing") return RoomPhase.Playing;
  return name == "waiting-for-ready" ? RoomPhase.WaitingForReady : RoomPhase.SelectChart;
}

function toUser(json: Json): UserInfo {
  const user = new UserInfo();
  user.id = <u32>json.getNumber("id");
  user.name = json.getString("name");
  user.language = json.getString("language");
  user.room = toId(json, "room");
  user.monitor = json.getBool("monitor");
  user.connected = json.getBool("connected");
  user.connectedAt = <u64>json.getNumber("connected-at");
  return user;
}

function toRoom(json: Json): RoomInfo {
  const room = new RoomInfo();
  room.id = <u32>json.getNumber("id");
  room.name = json.getString("name");
  room.host = toId(json, "host");
  room.players = toIds(member(json, "players"));
  room.monitors = toIds(member(json, "monitors"));
  room.phase = toPhase(json.getString("phase"));
  const chart = member(json, "chart");
  if (!chart.isNull()) {
    const chosen = new ChartInfo();
    chosen.id = <u32>chart.getNumber("id");
    chosen.name = chart.getString("name");
    room.chart = chosen;
  }
  room.live = json.getBool("live");
  room.locked = json.getBool("locked");
  room.cycle = json.getBool("cycle");
  room.maxUsers = <u32>json.getNumber("max-users");
  room.createdAt = <u64>json.getNumber("created-at");
  return room;
}
