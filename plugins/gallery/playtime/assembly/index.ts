import {
  Answer, CommandOptions, Event, EventKind, GameBeginning, GameResult, Invocation, Json, Metadata, NONE, Outcome, PlayerAbandonment,
  PlayerResult, Plugin, RoomLeave, UserInfo, clock, commands, events, log, register, services, users,
} from "phira-plugin";
import { Account } from "./account";
import { RANKED, ranking } from "./ranking";
import { Rounds } from "./rounds";
import { PLAYTIME, Texts } from "./texts";

export * from "phira-plugin/exports/lifecycle";
export * from "phira-plugin/exports/event-handler";
export * from "phira-plugin/exports/command-handler";
export * from "phira-plugin/exports/config-handler";
export * from "phira-plugin/exports/service-handler";
export * from "phira-plugin/exports/state-handler";

const EVENTS: string[] = ["user_connect", "user_disconnect", "user_leave_room", "game_start", "game_end", "player_finish", "player_abort"];

const USER: string = `{"type":"object","properties":{"user":{"type":"integer","minimum":1}},"required":["user"],"additionalProperties":false}`;
const LIMIT: string = `{"type":"object","properties":{"limit":{"type":"integer","minimum":1,"maximum":50}},"required":["limit"],"additionalProperties":false}`;
const ACCOUNT: string = `{"type":["object","null"],"properties":{"user":{"type":"integer"},"name":{"type":"string"},"visits":{"type":"integer"},`
  + `"online_seconds":{"type":"integer"},"played_seconds":{"type":"integer"},"rounds":{"type":"integer"}}}`;
const PLACES: string = `{"type":"array","items":{"type":"object","properties":{"user":{"type":"integer"},"name":{"type":"string"},`
  + `"played_seconds":{"type":"integer"}}}}`;

/** Counts visits, time online and time played; `/playtime` shows it, and other plugins ask by the services `playtime` and `top`. */
class Playtime extends Plugin {
  private rounds: Rounds = new Rounds();
  private visitGap: f64 = 0;
  private topSize: i32 = 10;

  metadata(): Metadata {
    const metadata = new Metadata("playtime", "1.0.0", "Phira.PluginService");
    metadata.permissions = ["register_commands", "read_users", "storage", "provide_services"];
    metadata.category = "statistics";
    metadata.license = "MIT";
    return metadata;
  }

  init(config: Json): string | null {
    this.onConfigChanged(config);
    for (let i = 0; i < EVENTS.length; i++) {
      const refused = events.subscribe(EVENTS[i]);
      if (refused !== null) return "subscribe-event " + EVENTS[i] + ": " + refused.toString();
    }
    let refused = services.provideWithSchemas("playtime", USER, ACCOUNT);
    if (refused === null) refused = services.provideWithSchemas("top", LIMIT, PLACES);
    if (refused !== null) return "provide: " + refused.toString();
    const added = commands.add("playtime", PLAYTIME, new CommandOptions("[top]"));
    const error = added.error;
    if (error !== null) return "add-command: " + error.toString();
    if (added.value != "playtime") log.warn("/playtime is taken: it is /" + added.value + " here");
    return null;
  }

  onConfigChanged(config: Json): string | null {
    this.visitGap = config.getNumber("visit_gap_minutes", 10) * 60000;
    this.topSize = <i32>config.getNumber("top_size", 10);
    return null;
  }

  onEvent(event: Event): Answer<Outcome> {
    const at = <f64>event.at;
    const payload = event.payload!;
    switch (event.kind) {
      case EventKind.UserConnect: this.arrive(<UserInfo>payload, at); break;
      case EventKind.UserDisconnect: this.leave(<UserInfo>payload, at); break;
      case EventKind.UserLeaveRoom: this.stopPlaying((<RoomLeave>payload).user.id, at, false); break;
      case EventKind.PlayerFinish: this.stopPlaying((<PlayerResult>payload).user.id, at, true); break;
      case EventKind.PlayerAbort: this.stopPlaying((<PlayerAbandonment>payload).user.id, at, false); break;
      case EventKind.GameStart: {
        const players = (<GameBeginning>payload).room.players;
        for (let i = 0; i < players.length; i++) this.rounds.begin(players[i], at);
        break;
      }
      case EventKind.GameEnd: {
        const players = (<GameResult>payload).room.players;
        for (let i = 0; i < players.length; i++) this.stopPlaying(players[i], at, false);
        break;
      }
    }
    return Answer.ok<Outcome>(Outcome.proceed());
  }

  onCommand(invocation: Invocation): Answer<string> {
    const user = invocation.caller.user;
    const info: UserInfo | null = user == NONE ? null : find(user);
    const texts = Texts.of(info === null ? "zh-CN" : info.language);
    const words = invocation.words;
    if (words.length == 1 && words[0] == "top") return Answer.ok<string>(texts.ranking(ranking.load(), this.topSize));
    if (words.length > 0) return Answer.fail<string>(texts.usage());
    if (info === null) return Answer.ok<string>(texts.ranking(ranking.load(), this.topSize));

    // What is not over yet counts, too.
    const now = <f64>clock.now();
    const account = Account.load(user);
    account.name = info.name;
    account.online += Math.max(0, now - <f64>info.connectedAt);
    account.played += this.rounds.elapsed(user, now);
    return Answer.ok<string>(texts.account(account));
  }

  onCall(name: string, argument: string, caller: string): Answer<string> {
    const wanted = Json.parse(argument).value;
    if (name == "playtime") {
      const account = Account.find(<u32>wanted.getNumber("user"));
      return Answer.ok<string>((account === null ? Json.null() : account.toJson()).toString());
    }
    const places = ranking.load();
    const list = Json.array();
    for (let i = 0; i < min(places.length, <i32>wanted.getNumber("limit", RANKED)); i++) list.push(places[i].toJson());
    return Answer.ok<string>(list.toString());
  }

  saveState(): Answer<Uint8Array> {
    return Answer.ok<Uint8Array>(Uint8Array.wrap(String.UTF8.encode(this.rounds.toJson().toString())));
  }

  restoreState(state: Uint8Array): string | null {
    const read = Json.parse(String.UTF8.decodeUnsafe(state.dataStart, state.length));
    if (read.error !== null) return read.error;
    this.rounds = Rounds.fromJson(read.value);
    return null;
  }

  private arrive(user: UserInfo, at: f64): void {
    const account = Account.load(user.id);
    account.name = user.name;
    if (account.visits == 0 || at - account.lastSeen >= this.visitGap) account.visits++;
    account.lastSeen = at;
    account.save();
  }

  private leave(user: UserInfo, at: f64): void {
    this.stopPlaying(user.id, at, false);
    const account = Account.load(user.id);
    account.name = user.name;
    account.online += Math.max(0, at - <f64>user.connectedAt);
    account.lastSeen = at;
    account.save();
  }

  private stopPlaying(user: u32, at: f64, finished: bool): void {
    if (!this.rounds.isPlaying(user)) return;
    const account = Account.load(user);
    account.played += this.rounds.end(user, at);
    if (finished) account.rounds++;
    account.save();
    ranking.update(account);
  }
}

function find(user: u32): UserInfo | null {
  const found = users.get(user);
  return found.ok ? found.value : null;
}

register(new Playtime());
