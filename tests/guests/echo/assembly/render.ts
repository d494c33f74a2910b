// Values as JSON, by one rule: names are those of the WIT, records are objects, enums are texts, lists are arrays, "none" is null,
// a case of a variant is an object with one member, and 32-bit floats are written as the 64-bit float of the same value.

import {
  BanInfo, Body, BodyKind, ChartChoice, ChartDetails, ChartInfo, ConfigChange, CustomEvent, DeliveryReport, Event, EventKind, EventPayload, EventPhase,
  GameBeginning, GameResult, Header, HostChange, HostError, HostEvent, IncomingRequest, Invocation, Json, JudgeBatch, LanguageCount, NONE, NO_TIME,
  Parameter, PlayRecord, PlayerAbandonment, PlayerResult, PluginStateChange, ReadyChange, RecordPage, Response, RoomCreation, RoomInfo, RoomJoin,
  RoomLeave, RoomPage, RoomStateChange, RoundRecord, ServiceInfo, SessionEnd, SessionResume, SessionSuspend, SystemInfo, TextInput, TouchBatch, UserInfo,
} from "phira-plugin";

export const eventTypes: string[] = [
  "server-start", "server-shutdown", "user-connect", "user-disconnect", "room-create", "room-disband", "user-join-room",
  "user-leave-room", "game-start", "game-end", "command-input", "message-send", "room-lock-change", "room-cycle-change",
  "room-host-change", "chart-select", "player-ready", "player-finish", "player-abort", "player-touches", "player-judges",
  "plugin-state-change", "config-change", "custom",
];
export const levels: string[] = ["player", "room-host", "admin"];
const phases: string[] = ["select-chart", "waiting-for-ready", "playing"];
const judgements: string[] = ["perfect", "good", "bad", "miss", "hold-perfect", "hold-good"];

export function id(value: u32): Json {
  return value == NONE ? Json.null() : Json.number(<f64>value);
}

export function time(value: u64): Json {
  return value == NO_TIME ? Json.null() : Json.number(<f64>value);
}

export function text(value: string | null): Json {
  return value === null ? Json.null() : Json.string(value);
}

function float(value: f32): Json {
  return Json.number(<f64>value);
}

export function list<T>(items: T[], render: (item: T) => Json): Json {
  const array = Json.array();
  for (let i = 0; i < items.length; i++) array.push(render(items[i]));
  return array;
}

export function ids(items: u32[]): Json {
  return list<u32>(items, id);
}

export function texts(items: string[]): Json {
  return list<string>(items, (item: string): Json => Json.string(item));
}

export function bytes(items: Uint8Array): Json {
  const array = Json.array();
  for (let i = 0; i < items.length; i++) array.push(Json.number(items[i]));
  return array;
}

export function hostError(error: HostError): Json {
  return Json.object().set(error.kindName, Json.string(error.text));
}

export function user(value: UserInfo): Json {
  return Json.object()
    .set("id", id(value.id))
    .set("name", Json.string(value.name))
    .set("language", Json.string(value.language))
    .set("room", id(value.room))
    .set("monitor", Json.bool(value.monitor))
    .set("connected", Json.bool(value.connected))
    .set("connected-at", time(value.connectedAt));
}

function chart(value: ChartInfo): Json {
  return Json.object().set("id", id(value.id)).set("name", Json.string(value.name));
}

export function room(value: RoomInfo): Json {
  const chosen = value.chart;
  return Json.object()
    .set("id", id(value.id))
    .set("name", Json.string(value.name))
    .set("host", id(value.host))
    .set("players", ids(value.players))
    .set("monitors", ids(value.monitors))
    .set("phase", Json.string(phases[<i32>value.phase]))
    .set("chart", chosen === null ? Json.null() : chart(chosen))
    .set("live", Json.bool(value.live))
    .set("locked", Json.bool(value.locked))
    .set("cycle", Json.bool(value.cycle))
    .set("max-users", id(value.maxUsers))
    .set("created-at", time(value.createdAt));
}

export function roomPage(value: RoomPage): Json {
  return Json.object().set("rooms", list<RoomInfo>(value.rooms, room)).set("next", id(value.next));
}

function optionalFloat(value: f32): Json {
  return isNaN(value) ? Json.null() : float(value);
}

export function chartDetails(value: ChartDetails): Json {
  return Json.object()
    .set("id", id(value.id))
    .set("name", Json.string(value.name))
    .set("level", Json.string(value.level))
    .set("difficulty", optionalFloat(value.difficulty))
    .set("charter", Json.string(value.charter))
    .set("composer", Json.string(value.composer))
    .set("illustrator", Json.string(value.illustrator))
    .set("uploader", id(value.uploader))
    .set("ranked", Json.bool(value.ranked))
    .set("reviewed", Json.bool(value.reviewed))
    .set("stable", Json.bool(value.stable))
    .set("rating", optionalFloat(value.rating))
    .set("tags", texts(value.tags));
}

function record(value: PlayRecord): Json {
  return Json.object()
    .set("id", id(value.id))
    .set("player", id(value.player))
    .set("chart", id(value.chart))
    .set("score", id(value.score))
    .set("accuracy", float(value.accuracy))
    .set("full-combo", Json.bool(value.fullCombo))
    .set("perfect", id(value.perfect))
    .set("good", id(value.good))
    .set("bad", id(value.bad))
    .set("miss", id(value.miss))
    .set("max-combo", id(value.maxCombo));
}

function roundRecord(value: RoundRecord): Json {
  return Json.object()
    .set("chart", chart(value.chart))
    .set("room", Json.string(value.room))
    .set("at", time(value.at))
    .set("play", record(value.play));
}

export function recordPage(value: RecordPage): Json {
  return Json.object().set("records", list<RoundRecord>(value.records, roundRecord)).set("next", time(value.next));
}

function languageCount(value: LanguageCount): Json {
  return Json.object().set("language", Json.string(value.language)).set("count", id(value.count));
}

export function delivery(value: DeliveryReport): Json {
  return Json.object()
    .set("sent", id(value.sent))
    .set("skipped", id(value.skipped))
    .set("languages", list<LanguageCount>(value.languages, languageCount));
}

export function ban(value: BanInfo): Json {
  return Json.object()
    .set("user", id(value.user))
    .set("reason", Json.string(value.reason))
    .set("expires-at", time(value.expiresAt))
    .set("banned-by", Json.string(value.bannedBy))
    .set("banned-at", time(value.bannedAt));
}

export function service(value: ServiceInfo): Json {
  return Json.object()
    .set("plugin", Json.string(value.plugin))
    .set("name", Json.string(value.name))
    .set("schema", text(value.schema))
    .set("answer-schema", text(value.answerSchema));
}

export function systemInfo(value: SystemInfo): Json {
  return Json.object()
    .set("host-version", Json.string(value.hostVersion))
    .set("abi-version", Json.string(value.abiVersion))
    .set("operating-system", Json.string(value.operatingSystem))
    .set("architecture", Json.string(value.architecture))
    .set("processor-count", id(value.processorCount))
    .set("total-memory", time(value.totalMemory))
    .set("uptime-seconds", time(value.uptimeSeconds));
}

function header(value: Header): Json {
  return Json.object().set("name", Json.string(value.name)).set("value", Json.string(value.value));
}

function parameter(value: Parameter): Json {
  return Json.object().set("name", Json.string(value.name)).set("value", Json.string(value.value));
}

function body(value: Body): Json {
  if (value.kind == BodyKind.Text) return Json.object().set("text", Json.string(value.text));
  if (value.kind == BodyKind.Bytes) return Json.object().set("bytes", bytes(value.bytes));
  return Json.object().set("empty", Json.null());
}

export function response(value: Response): Json {
  return Json.object()
    .set("status", Json.number(value.status))
    .set("headers", list<Header>(value.headers, header))
    .set("body", body(value.body));
}

export function request(value: IncomingRequest): Json {
  return Json.object()
    .set("method", Json.string(value.method))
    .set("path", Json.string(value.path))
    .set("pattern", Json.string(value.pattern))
    .set("path-parameters", list<Parameter>(value.pathParameters, parameter))
    .set("query", list<Parameter>(value.query, parameter))
    .set("headers", list<Header>(value.headers, header))
    .set("body", body(value.body))
    .set("caller", text(value.caller));
}

export function invocation(value: Invocation): Json {
  return Json.object()
    .set("name", Json.string(value.name))
    .set("arguments", Json.string(value.arguments))
    .set("words", texts(value.words))
    .set("caller", Json.object()
      .set("name", Json.string(value.caller.name))
      .set("level", Json.string(levels[<i32>value.caller.level]))
      .set("user", id(value.caller.user))
      .set("room", id(value.caller.room)));
}

export function event(value: Event): Json {
  const content = value.payload;
  return Json.object()
    .set("sequence", time(value.sequence))
    .set("at", time(value.at))
    .set("phase", Json.string(value.phase == EventPhase.Before ? "before" : "after"))
    .set("payload", Json.object()
      .set(eventTypes[<i32>value.kind], content === null ? Json.null() : payload(value.kind, content)));
}

function payload(kind: EventKind, value: EventPayload): Json {
  switch (kind) {
    case EventKind.UserConnect:
    case EventKind.UserDisconnect: return user(value as UserInfo);
    case EventKind.RoomDisband:
    case EventKind.RoomLockChange:
    case EventKind.RoomCycleChange: return room(value as RoomInfo);
    case EventKind.RoomCreate: return roomCreation(value as RoomCreation);
    case EventKind.UserJoinRoom: return roomJoin(value as RoomJoin);
    case EventKind.UserLeaveRoom: return roomLeave(value as RoomLeave);
    case EventKind.GameStart: return gameBeginning(value as GameBeginning);
    case EventKind.GameEnd: return gameResult(value as GameResult);
    case EventKind.CommandInput:
    case EventKind.MessageSend: return textInput(value as TextInput);
    case EventKind.RoomHostChange: return hostChange(value as HostChange);
    case EventKind.ChartSelect: return chartChoice(value as ChartChoice);
    case EventKind.PlayerReady: return readyChange(value as ReadyChange);
    case EventKind.PlayerFinish: return playerResult(value as PlayerResult);
    case EventKind.PlayerAbort: return playerAbandonment(value as PlayerAbandonment);
    case EventKind.PlayerTouches: return touches(value as TouchBatch);
    case EventKind.PlayerJudges: return judges(value as JudgeBatch);
    case EventKind.PluginStateChange: return pluginStateChange(value as PluginStateChange);
    case EventKind.ConfigChange: return configChange(value as ConfigChange);
    case EventKind.Custom: return custom(value as CustomEvent);
    default: return Json.null();
  }
}

function roomCreation(value: RoomCreation): Json {
  return Json.object().set("room", room(value.room)).set("creator", id(value.creator));
}

function roomJoin(value: RoomJoin): Json {
  return Json.object().set("user", user(value.user)).set("room", room(value.room)).set("monitor", Json.bool(value.monitor));
}

function roomLeave(value: RoomLeave): Json {
  return Json.object().set("user", user(value.user)).set("room", room(value.room));
}

function gameBeginning(value: GameBeginning): Json {
  return Json.object().set("room", room(value.room)).set("starter", id(value.starter));
}

function gameResult(value: GameResult): Json {
  return Json.object()
    .set("room", room(value.room))
    .set("records", list<PlayRecord>(value.records, record))
    .set("aborted", ids(value.aborted));
}

function textInput(value: TextInput): Json {
  return Json.object().set("user", user(value.user)).set("text", Json.string(value.text));
}

function hostChange(value: HostChange): Json {
  return Json.object().set("room", room(value.room)).set("previous", id(value.previous));
}

function chartChoice(value: ChartChoice): Json {
  return Json.object().set("room", room(value.room)).set("by", id(value.by)).set("chart", chart(value.chart));
}

function readyChange(value: ReadyChange): Json {
  return Json.object().set("user", user(value.user)).set("room", id(value.room)).set("ready", Json.bool(value.ready));
}

function playerResult(value: PlayerResult): Json {
  return Json.object().set("user", user(value.user)).set("room", id(value.room)).set("record", record(value.record));
}

function playerAbandonment(value: PlayerAbandonment): Json {
  return Json.object().set("user", user(value.user)).set("room", id(value.room));
}

function touches(value: TouchBatch): Json {
  const frames = Json.array();
  for (let i = 0; i < value.frames.length; i++) {
    const frame = value.frames[i];
    const points = Json.array();
    for (let k = 0; k < frame.points.length; k++) {
      const point = frame.points[k];
      points.push(Json.object().set("finger", Json.number(point.finger)).set("x", float(point.x)).set("y", float(point.y)));
    }
    frames.push(Json.object().set("time", float(frame.time)).set("points", points));
  }
  return Json.object().set("player", id(value.player)).set("room", id(value.room)).set("frames", frames);
}

function judges(value: JudgeBatch): Json {
  const items = Json.array();
  for (let i = 0; i < value.judges.length; i++) {
    const judge = value.judges[i];
    items.push(Json.object()
      .set("time", float(judge.time))
      .set("line", id(judge.line))
      .set("note", id(judge.note))
      .set("judgement", Json.string(judgements[<i32>judge.judgement])));
  }
  return Json.object().set("player", id(value.player)).set("room", id(value.room)).set("judges", items);
}

function pluginStateChange(value: PluginStateChange): Json {
  return Json.object()
    .set("plugin", Json.string(value.plugin))
    .set("old-state", Json.string(value.oldState))
    .set("new-state", Json.string(value.newState));
}

function configChange(value: ConfigChange): Json {
  return Json.object().set("plugin", Json.string(value.plugin)).set("revision", id(value.revision));
}

/** What the SDK makes of the JSON of an event of the host; null for every other event. */
export function hostEvent(value: Event): Json {
  const read = value.kind == EventKind.Custom ? HostEvent.read(value.payload as CustomEvent) : null;
  if (read instanceof RoomStateChange) {
    const change = read as RoomStateChange;
    return Json.object().set("room", room(change.room)).set("previous", Json.string(phases[<i32>change.previous])).set("by", id(change.by));
  }
  if (read instanceof SessionSuspend) return Json.object().set("user", user((read as SessionSuspend).user));
  if (read instanceof SessionResume) {
    const resume = read as SessionResume;
    return Json.object().set("user", user(resume.user)).set("suspended", Json.bool(resume.suspended));
  }
  if (read instanceof SessionEnd) {
    const end = read as SessionEnd;
    return Json.object().set("user", user(end.user)).set("reason", Json.string(end.reason));
  }
  return Json.null();
}

function custom(value: CustomEvent): Json {
  return Json.object()
    .set("event-type", Json.string(value.eventType))
    .set("source", Json.string(value.source))
    .set("data", Json.string(value.data));
}
