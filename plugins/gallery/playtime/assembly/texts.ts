import { Account } from "./account";
import { Place } from "./ranking";

/** Describes the command. */
export const PLAYTIME: string = "来访和游玩时间 / Visits and play time";

/** What players read, in Chinese and English. */
export class Texts {
  private constructor(private chinese: bool) {}

  /** The texts for a language tag: Chinese unless the tag names another language. */
  static of(language: string): Texts { return new Texts(language.length == 0 || language.startsWith("zh")); }

  account(account: Account): string {
    const visits = (<i64>account.visits).toString();
    const rounds = (<i64>account.rounds).toString();
    return this.chinese
      ? account.name + "：第 " + visits + " 次来访，在线 " + this.duration(account.online) + "，游玩 " + this.duration(account.played)
        + "，完成 " + rounds + " 局"
      : account.name + ": visit " + visits + ", online " + this.duration(account.online) + ", played " + this.duration(account.played)
        + ", " + rounds + (account.rounds == 1 ? " round" : " rounds") + " finished";
  }

  ranking(places: Place[], count: i32): string {
    if (places.length == 0) return this.chinese ? "还没有人玩过" : "Nobody has played yet";
    const lines: string[] = [this.chinese ? "游玩时间排行：" : "Longest time played:"];
    for (let i = 0; i < min(places.length, count); i++) {
      lines.push((i + 1).toString() + ". " + places[i].name + " " + this.duration(places[i].played));
    }
    return lines.join("\n");
  }

  usage(): string {
    return this.chinese ? "用法：/playtime 或 /playtime top" : "Usage: /playtime or /playtime top";
  }

  private duration(milliseconds: f64): string {
    const seconds = <i64>Math.floor(milliseconds / 1000);
    if (seconds < 60) return seconds.toString() + (this.chinese ? " 秒" : " s");
    const minutes = seconds / 60;
    if (minutes < 60) return minutes.toString() + (this.chinese ? " 分钟" : " min");
    const hours = (minutes / 60).toString();
    const rest = (minutes % 60).toString();
    return this.chinese ? hours + " 小时 " + rest + " 分钟" : hours + " h " + rest + " min";
  }
}
