import { Answer, Json, JsonKind } from "phira-plugin";
import * as texts from "./texts";

/** What the administrator can configure. */
export class Settings {
  maxDice: i32 = 20;
  maxSides: i32 = 1000;
  announce: bool = true;
  /** 0 draws a seed from the clock. */
  seed: u64 = 0;

  /** Reads the configuration. The first problem is told in Chinese and English. */
  static read(config: Json): Answer<Settings> {
    const settings = new Settings();
    const problems: string[] = [];
    settings.maxDice = <i32>whole(config, "max_dice", 20, 1, 100, problems);
    settings.maxSides = <i32>whole(config, "max_sides", 1000, 2, 1000000, problems);
    settings.seed = <u64>whole(config, "seed", 0, 0, 9007199254740991, problems);
    const announce = config.get("announce");
    if (announce !== null && announce.kind != JsonKind.Bool) {
      problems.push(texts.BAD_ANNOUNCE);
    }
    settings.announce = config.getBool("announce", true);
    return problems.length == 0 ? Answer.ok<Settings>(settings) : Answer.fail<Settings>(problems.join("; "));
  }
}

function whole(config: Json, name: string, fallback: f64, from: f64, to: f64, problems: string[]): f64 {
  const member = config.get(name);
  if (member === null) return fallback;
  const value = member.asNumber(NaN);
  if (value >= from && value <= to && value == Math.floor(value)) return value;
  const range = (<i64>from).toString() + " – " + (<i64>to).toString();
  problems.push(texts.notWhole(name, range));
  return fallback;
}
