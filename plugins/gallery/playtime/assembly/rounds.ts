import { Json } from "phira-plugin";

/** Who plays just now, and since when. */
export class Rounds {
  private since: Map<u32, f64> = new Map<u32, f64>();

  begin(user: u32, at: f64): void { this.since.set(user, at); }

  /** How long a player plays already; 0 for one who does not. */
  elapsed(user: u32, now: f64): f64 {
    return this.since.has(user) ? Math.max(0, now - this.since.get(user)) : 0;
  }

  isPlaying(user: u32): bool { return this.since.has(user); }

  /** A player plays no more; returns how long it was. */
  end(user: u32, at: f64): f64 {
    const elapsed = this.elapsed(user, at);
    this.since.delete(user);
    return elapsed;
  }

  toJson(): Json {
    const json = Json.object();
    const users = this.since.keys();
    for (let i = 0; i < users.length; i++) json.set(users[i].toString(), Json.number(this.since.get(users[i])));
    return json;
  }

  static fromJson(json: Json): Rounds {
    const rounds = new Rounds();
    for (let i = 0; i < json.length; i++) rounds.begin(<u32>parseInt(json.nameAt(i)), json.valueAt(i).asNumber());
    return rounds;
  }
}
