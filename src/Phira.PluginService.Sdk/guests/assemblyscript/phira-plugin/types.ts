import { Reader } from "./runtime/memory";

/** What an event carries: `event.payload as UserInfo`, `event.payload as RoomJoin`, ... depending on `event.kind`. */
export abstract class EventPayload {}

/** A player as known at one moment. */
export class UserInfo extends EventPayload {
  id: u32 = 0;
  name: string = "";
  /** Language tag, for example `zh-CN`; empty when unknown. */
  language: string = "";
  /** The room's handle, or `NONE`. */
  room: u32 = 0;
  monitor: bool = false;
  connected: bool = false;
  connectedAt: u64 = 0;

  static readonly SIZE: usize = 40;

  static read(reader: Reader): UserInfo {
    const user = new UserInfo();
    reader.align(8);
    user.id = reader.u32();
    user.name = reader.string();
    user.language = reader.string();
    user.room = reader.optionalU32();
    user.monitor = reader.bool();
    user.connected = reader.bool();
    user.connectedAt = reader.u64();
    return user;
  }
}

/** A chart as the Phira API names it. */
export class ChartInfo {
  id: u32 = 0;
  name: string = "";

  static read(reader: Reader): ChartInfo {
    const chart = new ChartInfo();
    reader.align(4);
    chart.id = reader.u32();
    chart.name = reader.string();
    return chart;
  }
}

/** Where a room is in its round. */
export enum RoomPhase {
  SelectChart,
  WaitingForReady,
  Playing,
}

/** A room as known at one moment. */
export class RoomInfo extends EventPayload {
  /** The handle; 0 in a before-event about a room that does not exist yet. */
  id: u32 = 0;
  /** What players type. */
  name: string = "";
  /** The player who leads the room, or `NONE`. */
  host: u32 = 0;
  players: u32[] = [];
  monitors: u32[] = [];
  phase: RoomPhase = RoomPhase.SelectChart;
  chart: ChartInfo | null = null;
  live: bool = false;
  locked: bool = false;
  cycle: bool = false;
  maxUsers: u32 = 0;
  createdAt: u64 = 0;

  static readonly SIZE: usize = 72;

  static read(reader: Reader): RoomInfo {
    const room = new RoomInfo();
    reader.align(8);
    room.id = reader.u32();
    room.name = reader.string();
    room.host = reader.optionalU32();
    room.players = reader.u32s();
    room.monitors = reader.u32s();
    room.phase = <RoomPhase>reader.u8();
    if (reader.discriminant(4) != 0) {
      room.chart = ChartInfo.read(reader);
    } else {
      reader.at += 12;
    }
    room.live = reader.bool();
    room.locked = reader.bool();
    room.cycle = reader.bool();
    room.maxUsers = reader.u32();
    room.createdAt = reader.u64();
    return room;
  }
}

/** The result of one play, as the Phira API stores it. */
export class PlayRecord {
  id: u32 = 0;
  player: u32 = 0;
  /** Number of the chart, or `NONE`. */
  chart: u32 = 0;
  score: u32 = 0;
  accuracy: f32 = 0;
  fullCombo: bool = false;
  perfect: u32 = 0;
  good: u32 = 0;
  bad: u32 = 0;
  miss: u32 = 0;
  maxCombo: u32 = 0;

  static readonly SIZE: usize = 48;

  static read(reader: Reader): PlayRecord {
    const record = new PlayRecord();
    reader.align(4);
    record.id = reader.u32();
    record.player = reader.u32();
    record.chart = reader.optionalU32();
    record.score = reader.u32();
    record.accuracy = reader.f32();
    record.fullCombo = reader.bool();
    record.perfect = reader.u32();
    record.good = reader.u32();
    record.bad = reader.u32();
    record.miss = reader.u32();
    record.maxCombo = reader.u32();
    return record;
  }
}
