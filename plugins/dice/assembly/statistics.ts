import { Json } from "phira-plugin";
import * as texts from "./texts";

/** What has been rolled since the plugin was first started; survives a hot reload. */
export class Statistics {
  rolls: f64 = 0;
  dice: f64 = 0;
  /** The highest total, and whose it was. */
  best: f64 = 0;
  bestName: string = "";

  count(name: string, dice: i32, total: i32): void {
    if (this.rolls == 0 || <f64>total > this.best) {
      this.best = total;
      this.bestName = name;
    }
    this.rolls++;
    this.dice += dice;
  }

  describe(): string {
    if (this.rolls == 0) return texts.NO_ROLLS;
    const rolls = (<i64>this.rolls).toString();
    const dice = (<i64>this.dice).toString();
    const best = (<i64>this.best).toString() + " (" + this.bestName + ")";
    return texts.statistics(rolls, dice, best);
  }

  toJson(): Json {
    return Json.object()
      .set("rolls", Json.number(this.rolls))
      .set("dice", Json.number(this.dice))
      .set("best", Json.number(this.best))
      .set("bestName", Json.string(this.bestName));
  }

  static fromJson(json: Json): Statistics {
    const statistics = new Statistics();
    statistics.rolls = json.getNumber("rolls");
    statistics.dice = json.getNumber("dice");
    statistics.best = json.getNumber("best");
    statistics.bestName = json.getString("bestName");
    return statistics;
  }
}
