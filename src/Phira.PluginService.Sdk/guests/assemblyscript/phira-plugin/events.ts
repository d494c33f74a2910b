import { Reader } from "./runtime/memory";
import { ChartInfo, EventPayload, PlayRecord, RoomInfo, UserInfo } from "./types";

/** The cases of `event-payload`, in the order of the WIT. */
export enum EventKind {
  ServerStart,
  ServerShutdown,
  UserConnect,
  UserDisconnect,
  RoomCreate,
  RoomDisband,
  UserJoinRoom,
  UserLeaveRoom,
  GameStart,
  GameEnd,
  CommandInput,
  MessageSend,
  RoomLockChange,
  RoomCycleChange,
  RoomHostChange,
  ChartSelect,
  PlayerReady,
  PlayerFinish,
  PlayerAbort,
  PlayerTouches,
  PlayerJudges,
  PluginStateChange,
  ConfigChange,
  Custom,
}

/** When a handler sees an event. */
export enum EventPhase {
  /** Before it happens: the outcome decides. */
  Before,
  /** After it has happened. */
  After,
}

/** `RoomCreate`. */
export class RoomCreation extends EventPayload {
  /** `creator` is `NONE` when a plugin creates the room. */
  constructor(public room: RoomInfo, public creator: u32) { super(); }
}

/** `UserJoinRoom`. */
export class RoomJoin extends EventPayload {
  constructor(public user: UserInfo, public room: RoomInfo, public monitor: bool) { super(); }
}

/** `UserLeaveRoom`. */
export class RoomLeave extends EventPayload {
  constructor(public user: UserInfo, public room: RoomInfo) { super(); }
}

/** `GameStart`. */
export class GameBeginning extends EventPayload {
  /** `starter` is `NONE` when a plugin starts the round. */
  constructor(public room: RoomInfo, public starter: u32) { super(); }
}

/** `GameEnd`. */
export class GameResult extends EventPayload {
  constructor(public room: RoomInfo, public records: PlayRecord[], public aborted: u32[]) { super(); }
}

/** `CommandInput` and `MessageSend`. */
export class TextInput extends EventPayload {
  constructor(public user: UserInfo, public text: string) { super(); }
}

/** `RoomHostChange`. */
export class HostChange extends EventPayload {
  /** `previous` is `NONE` when there was no host. */
  constructor(public room: RoomInfo, public previous: u32) { super(); }
}

/** `ChartSelect`. */
export class ChartChoice extends EventPayload {
  /** `by` is `NONE` when a plugin chooses. */
  constructor(public room: RoomInfo, public by: u32, public chart: ChartInfo) { super(); }
}

/** `PlayerReady`. */
export class ReadyChange extends EventPayload {
  constructor(public user: UserInfo, public room: u32, public ready: bool) { super(); }
}

/** `PlayerFinish`. */
export class PlayerResult extends EventPayload {
  constructor(public user: UserInfo, public room: u32, public record: PlayRecord) { super(); }
}

/** `PlayerAbort`. */
export class PlayerAbandonment extends EventPayload {
  constructor(public user: UserInfo, public room: u32) { super(); }
}

/** One finger of a touch frame. */
export class TouchPoint {
  constructor(public finger: i8, public x: f32, public y: f32) {}

  static read(reader: Reader): TouchPoint {
    const finger = reader.s8();
    const x = reader.f32();
    return new TouchPoint(finger, x, reader.f32());
  }
}

/** The fingers of a player at one moment. */
export class TouchFrame {
  constructor(public time: f32, public points: TouchPoint[]) {}

  static read(reader: Reader): TouchFrame {
    const time = reader.f32();
    return new TouchFrame(time, reader.list<TouchPoint>(12, TouchPoint.read));
  }
}

/** `PlayerTouches`. */
export class TouchBatch extends EventPayload {
  constructor(public player: u32, public room: u32, public frames: TouchFrame[]) { super(); }
}

/** How well a note was hit. */
export enum Judgement {
  Perfect,
  Good,
  Bad,
  Miss,
  HoldPerfect,
  HoldGood,
}

/** The judgement of one note. */
export class JudgeEvent {
  constructor(public time: f32, public line: u32, public note: u32, public judgement: Judgement) {}

  static read(reader: Reader): JudgeEvent {
    const time = reader.f32();
    const line = reader.u32();
    const note = reader.u32();
    return new JudgeEvent(time, line, note, <Judgement>reader.u8());
  }
}

/** `PlayerJudges`. */
export class JudgeBatch extends EventPayload {
  constructor(public player: u32, public room: u32, public judges: JudgeEvent[]) { super(); }
}

/** `PluginStateChange`. */
export class PluginStateChange extends EventPayload {
  constructor(public plugin: string, public oldState: string, public newState: string) { super(); }
}

/** `ConfigChange`. */
export class ConfigChange extends EventPayload {
  constructor(public plugin: string, public revision: u32) { super(); }
}

/** `Custom`: an event that a plugin emitted, or one of the host (`source` is `host`) that `HostEvent.read` reads. */
export class CustomEvent extends EventPayload {
  /** `data` is a JSON text. */
  constructor(public eventType: string, public source: string, public data: string) { super(); }
}

/** An event as a handler receives it. */
export class Event {
  constructor(
    public sequence: u64,
    public at: u64,
    public phase: EventPhase,
    public kind: EventKind,
    /** Null for `ServerStart` and `ServerShutdown`. */
    public payload: EventPayload | null,
  ) {}

  static read(reader: Reader): Event {
    const sequence = reader.u64();
    const at = reader.u64();
    const phase = <EventPhase>reader.u8();
    const kind = <EventKind>reader.discriminant(8);
    return new Event(sequence, at, phase, kind, readPayload(kind, reader));
  }
}

/** What to do about a before-event. */
export class Outcome {
  private constructor(public tag: u8, public text: string) {}

  /** Let it happen. */
  static proceed(): Outcome { return new Outcome(0, ""); }

  /** Refuse it; the player reads the text. */
  static cancel(reason: string): Outcome { return new Outcome(1, reason); }

  /** Let it happen with another value: the text of `MessageSend` and `CommandInput`, a chart's number for `ChartSelect`, settings as JSON for `RoomCreate`. */
  static replace(text: string): Outcome { return new Outcome(2, text); }
}

function readPayload(kind: EventKind, reader: Reader): EventPayload | null {
  switch (kind) {
    case EventKind.ServerStart:
    case EventKind.ServerShutdown: return null;
    case EventKind.UserConnect:
    case EventKind.UserDisconnect: return UserInfo.read(reader);
    case EventKind.RoomDisband:
    case EventKind.RoomLockChange:
    case EventKind.RoomCycleChange: return RoomInfo.read(reader);
    case EventKind.CommandInput:
    case EventKind.MessageSend: return new TextInput(UserInfo.read(reader), reader.string());
    case EventKind.PluginStateChange: return new PluginStateChange(reader.string(), reader.string(), reader.string());
    case EventKind.ConfigChange: return new ConfigChange(reader.string(), reader.u32());
    case EventKind.Custom: return new CustomEvent(reader.string(), reader.string(), reader.string());
    default: return readGamePayload(kind, reader);
  }
}

function readGamePayload(kind: EventKind, reader: Reader): EventPayload | null {
  switch (kind) {
    case EventKind.RoomCreate: return new RoomCreation(RoomInfo.read(reader), reader.optionalU32());
    case EventKind.UserJoinRoom: return new RoomJoin(UserInfo.read(reader), RoomInfo.read(reader), reader.bool());
    case EventKind.UserLeaveRoom: return new RoomLeave(UserInfo.read(reader), RoomInfo.read(reader));
    case EventKind.GameStart: return new GameBeginning(RoomInfo.read(reader), reader.optionalU32());
    case EventKind.GameEnd:
      return new GameResult(RoomInfo.read(reader), reader.list<PlayRecord>(PlayRecord.SIZE, PlayRecord.read), reader.u32s());
    case EventKind.RoomHostChange: return new HostChange(RoomInfo.read(reader), reader.optionalU32());
    case EventKind.ChartSelect: return new ChartChoice(RoomInfo.read(reader), reader.optionalU32(), ChartInfo.read(reader));
    case EventKind.PlayerReady: return new ReadyChange(UserInfo.read(reader), reader.u32(), reader.bool());
    case EventKind.PlayerFinish: return new PlayerResult(UserInfo.read(reader), reader.u32(), PlayRecord.read(reader));
    case EventKind.PlayerAbort: return new PlayerAbandonment(UserInfo.read(reader), reader.u32());
    case EventKind.PlayerTouches:
      return new TouchBatch(reader.u32(), reader.u32(), reader.list<TouchFrame>(12, TouchFrame.read));
    case EventKind.PlayerJudges:
      return new JudgeBatch(reader.u32(), reader.u32(), reader.list<JudgeEvent>(16, JudgeEvent.read));
    default: return null;
  }
}
