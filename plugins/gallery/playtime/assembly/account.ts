import { Json, Result, log, storage } from "phira-plugin";

const PREFIX: string = "user/";

/** What is known of a player. Times are in milliseconds. */
export class Account {
  name: string = "";
  visits: f64 = 0;
  online: f64 = 0;
  played: f64 = 0;
  rounds: f64 = 0;
  lastSeen: f64 = 0;

  constructor(public user: u32) {}

  /** Reads what is stored of a player; a new account for one who was never here. */
  static load(user: u32): Account {
    const stored = Account.find(user);
    return stored === null ? new Account(user) : stored;
  }

  /** The account of a player who was here before. */
  static find(user: u32): Account | null {
    const stored: Result<string | null> = storage.get(PREFIX + user.toString());
    const error = stored.error;
    if (error !== null) {
      log.warn("storage.get: " + error.toString());
      return null;
    }
    const text = stored.value;
    if (text === null) return null;
    const json = Json.parse(text).value;
    const account = new Account(user);
    account.name = json.getString("name");
    account.visits = json.getNumber("visits");
    account.online = json.getNumber("online");
    account.played = json.getNumber("played");
    account.rounds = json.getNumber("rounds");
    account.lastSeen = json.getNumber("lastSeen");
    return account;
  }

  save(): void {
    const json = Json.object()
      .set("name", Json.string(this.name))
      .set("visits", Json.number(this.visits))
      .set("online", Json.number(this.online))
      .set("played", Json.number(this.played))
      .set("rounds", Json.number(this.rounds))
      .set("lastSeen", Json.number(this.lastSeen));
    const error = storage.set(PREFIX + this.user.toString(), json.toString());
    if (error !== null) log.warn("storage.set: " + error.toString());
  }

  /** How other plugins read it. */
  toJson(): Json {
    return Json.object()
      .set("user", Json.number(this.user))
      .set("name", Json.string(this.name))
      .set("visits", Json.number(this.visits))
      .set("online_seconds", Json.number(Math.floor(this.online / 1000)))
      .set("played_seconds", Json.number(Math.floor(this.played / 1000)))
      .set("rounds", Json.number(this.rounds));
  }
}
