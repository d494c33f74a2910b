// What players and administrators read: in Chinese and English at once.

export const DESCRIPTION: string = "掷骰子：/roll 2d6+1 / Dice for the chat: /roll 2d6+1";
export const ROLL: string = "掷骰子 / Roll dice";
export const DICE_STATS: string = "骰子统计 / Dice statistics";
export const UNKNOWN_COMMAND: string = "未知命令 / Unknown command: ";

export const NUMBER_OF_DICE: string[] = ["骰子数量", "The number of dice"];
export const NUMBER_OF_SIDES: string[] = ["骰子面数", "The number of sides"];
export const BONUS: string[] = ["修正值", "The bonus"];

export const NO_ROLLS: string = "还没有人掷过骰子。 / Nobody has rolled yet.";
export const BAD_ANNOUNCE: string = "announce 须为 true 或 false / announce must be true or false";

/** In each language. `{name}` is the player, `{outcome}` what was rolled. */
export const ROLLED: string[][] = [["zh-CN", "掷骰: {name} {outcome}"], ["en", "Dice: {name} {outcome}"]];

export function cannotRead(text: string): string {
  return "看不懂“" + text + "”。请用 2d6、d20 或 3d8+2 这样的格式。 / " +
    "Cannot read \"" + text + "\". Use a form like 2d6, d20 or 3d8+2.";
}

/** `what` is one of the pairs of names above. */
export function outside(what: string[], from: i32, to: i32): string {
  return what[0] + "须在 " + from.toString() + " 到 " + to.toString() + " 之间。 / " +
    what[1] + " must be between " + from.toString() + " and " + to.toString() + ".";
}

export function notWhole(name: string, range: string): string {
  return name + " 须为整数 " + range + " / " + name + " must be a whole number, " + range;
}

export function statistics(rolls: string, dice: string, best: string): string {
  return "共掷 " + rolls + " 次、" + dice + " 颗骰子，最高 " + best + "。 / " +
    rolls + " rolls of " + dice + " dice so far, highest " + best + ".";
}
