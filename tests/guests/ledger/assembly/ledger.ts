// Counts every event it is subscribed to, in a way that tells two streams apart that differ in a single event, and hands the count over
// at a hot reload. `broken` in the configuration makes a version that cannot take over.

import {
  Answer, CommandOptions, Event, EventKind, Invocation, Json, JudgeBatch, Metadata, Outcome, Plugin, TextInput, TouchBatch, UserInfo,
  commands, events, log,
} from "phira-plugin";

const SUBSCRIBED = [
  "user_connect", "user_disconnect", "room_create", "room_disband", "user_join_room", "user_leave_room", "game_start", "game_end",
  "message_send", "room_lock_change", "room_cycle_change", "room_host_change", "chart_select", "player_ready", "player_finish",
  "player_abort", "player_touches", "player_judges",
];

const PRIME: u64 = 1099511628211;

export class Ledger extends Plugin {
  private broken: string = "";
  private received: f64 = 0;
  private first: f64 = 0;
  private last: f64 = 0;
  /** Numbers skipped, and numbers that did not rise. */
  private missing: f64 = 0;
  private repeated: f64 = 0;
  private restored: f64 = 0;
  /** The sum of all events' hashes: the same whatever their order, another when one is missing, twice or different. */
  private sum: u64 = 0;

  constructor(private version: string) { super(); }

  metadata(): Metadata { return new Metadata("ledger", this.version, "tests"); }

  init(config: Json): string | null {
    this.broken = config.getString("broken");
    if (this.broken == "init") unreachable();
    if (this.broken == "refuse-init") return "not today";
    if (this.broken == "loop") while (true) { /* until the host has enough */ }
    for (let i = 0; i < SUBSCRIBED.length; i++) {
      const refused = events.subscribe(SUBSCRIBED[i]);
      if (refused !== null) return refused.toString();
    }
    const taken = commands.register("ledger", "shows what was counted", new CommandOptions(""));
    if (taken !== null) log.info(taken.toString());
    return null;
  }

  start(): string | null {
    if (this.broken == "start") unreachable();
    return this.broken == "refuse-start" ? "not today" : null;
  }

  onEvent(event: Event): Answer<Outcome> {
    const sequence = <f64>event.sequence;
    if (this.received == 0) this.first = sequence;
    else if (sequence <= this.last) this.repeated++;
    else this.missing += sequence - this.last - 1;
    this.last = max(this.last, sequence);
    this.received++;
    this.sum += hash(event);
    return Answer.ok<Outcome>(Outcome.proceed());
  }

  onCommand(invocation: Invocation): Answer<string> {
    return Answer.ok<string>(this.toJson().set("version", Json.string(this.version)).toString());
  }

  saveState(): Answer<Uint8Array> {
    return Answer.ok<Uint8Array>(Uint8Array.wrap(String.UTF8.encode(this.toJson().toString())));
  }

  restoreState(state: Uint8Array): string | null {
    if (this.broken == "restore") unreachable();
    if (this.broken == "refuse-restore") return "not mine";
    const read = Json.parse(String.UTF8.decodeUnsafe(state.dataStart, state.length));
    if (read.error !== null) return read.error;
    const json = read.value;
    this.received = json.getNumber("received");
    this.first = json.getNumber("first");
    this.last = json.getNumber("last");
    this.missing = json.getNumber("missing");
    this.repeated = json.getNumber("repeated");
    this.restored = json.getNumber("restored") + 1;
    this.sum = U64.parseInt(json.getString("sum"));
    return null;
  }

  private toJson(): Json {
    return Json.object()
      .set("received", Json.number(this.received))
      .set("first", Json.number(this.first))
      .set("last", Json.number(this.last))
      .set("missing", Json.number(this.missing))
      .set("repeated", Json.number(this.repeated))
      .set("restored", Json.number(this.restored))
      .set("sum", Json.string(this.sum.toString()));
  }
}

function hash(event: Event): u64 {
  let value = mix(mix(14695981039346656037, <u64>event.kind), event.at);
  const payload = event.payload;
  if (payload instanceof UserInfo) return mix(value, (payload as UserInfo).id);
  if (payload instanceof TextInput) {
    const input = payload as TextInput;
    value = mix(value, input.user.id);
    for (let i = 0; i < input.text.length; i++) value = mix(value, input.text.charCodeAt(i));
    return value;
  }
  if (payload instanceof TouchBatch) {
    const touches = payload as TouchBatch;
    value = mix(value, touches.player);
    for (let i = 0; i < touches.frames.length; i++) value = mix(value, reinterpret<u32>(touches.frames[i].time));
    return value;
  }
  if (payload instanceof JudgeBatch) {
    const judges = payload as JudgeBatch;
    value = mix(value, judges.player);
    for (let i = 0; i < judges.judges.length; i++) value = mix(value, judges.judges[i].note);
  }
  return value;
}

function mix(value: u64, part: u64): u64 {
  return (value ^ part) * PRIME;
}
