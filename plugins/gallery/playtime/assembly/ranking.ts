import { Json, log, storage } from "phira-plugin";
import { Account } from "./account";

const KEY: string = "top";

/** More players than this are not ranked. */
export const RANKED: i32 = 50;

/** A player in the ranking. */
export class Place {
  constructor(public user: u32, public name: string, public played: f64) {}

  toJson(): Json {
    return Json.object()
      .set("user", Json.number(this.user))
      .set("name", Json.string(this.name))
      .set("played_seconds", Json.number(Math.floor(this.played / 1000)));
  }
}

/** The players who played longest, longest first. It is stored as one value, so that nobody has to look through all accounts. */
export namespace ranking {
  export function load(): Place[] {
    const stored = storage.get(KEY);
    const text = stored.ok ? stored.value : null;
    const places: Place[] = [];
    if (text === null) return places;
    const json = Json.parse(text).value;
    for (let i = 0; i < json.length; i++) {
      const place = json.at(i);
      places.push(new Place(<u32>place.getNumber("user"), place.getString("name"), place.getNumber("played")));
    }
    return places;
  }

  /** Puts a player where the time played belongs. */
  export function update(account: Account): void {
    const places: Place[] = [];
    const before = load();
    let placed = false;
    for (let i = 0; i < before.length; i++) {
      if (before[i].user == account.user) continue;
      if (!placed && before[i].played < account.played) {
        places.push(new Place(account.user, account.name, account.played));
        placed = true;
      }
      places.push(before[i]);
    }
    if (!placed) places.push(new Place(account.user, account.name, account.played));
    const list = Json.array();
    for (let i = 0; i < min(places.length, RANKED); i++) {
      list.push(Json.object()
        .set("user", Json.number(places[i].user))
        .set("name", Json.string(places[i].name))
        .set("played", Json.number(places[i].played)));
    }
    const error = storage.set(KEY, list.toString());
    if (error !== null) log.warn("storage.set: " + error.toString());
  }
}
