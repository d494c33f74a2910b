import { Answer } from "phira-plugin";
import * as texts from "./texts";

/** Largest number that may follow the plus or minus sign. */
const LARGEST_BONUS: i32 = 10000;

/** A dice expression: `count` dice of `sides` sides each, and a bonus. */
export class Expression {
  constructor(public count: i32, public sides: i32, public bonus: i32) {}

  /** The expression as it is shown: `2d6`, `1d20-1`. */
  toString(): string {
    return this.count.toString() + "d" + this.sides.toString() + this.bonusText("", "+", "-");
  }

  /** The rolls and their sum: `3 + 5 + 1 = 9`; one die without a bonus is just its number. */
  describe(rolls: i32[], total: i32): string {
    let text = rolls[0].toString();
    for (let i = 1; i < rolls.length; i++) text += " + " + rolls[i].toString();
    text += this.bonusText("", " + ", " - ");
    return rolls.length == 1 && this.bonus == 0 ? text : text + " = " + total.toString();
  }

  private bonusText(none: string, plus: string, minus: string): string {
    if (this.bonus == 0) return none;
    return this.bonus > 0 ? plus + this.bonus.toString() : minus + (-this.bonus).toString();
  }
}

/**
 * Reads `NdM`, `NdM+K` or `NdM-K`; N may be missing (one die), spaces do not matter. Without any text: one die of six sides.
 * Errors tell what is accepted, in Chinese and English.
 */
export function parseExpression(text: string, maxDice: i32, maxSides: i32): Answer<Expression> {
  const compact = text.toLowerCase().replaceAll(" ", "");
  if (compact.length == 0) return Answer.ok<Expression>(new Expression(1, 6, 0));

  const scanner = new Scanner(compact);
  const count = scanner.peekIs("d") ? 1 : scanner.number();
  const divided = scanner.accept("d");
  const sides = scanner.number();
  let bonus = 0;
  if (scanner.peekIs("+") || scanner.peekIs("-")) {
    const sign = scanner.accept("-") ? -1 : 1;
    if (sign > 0) scanner.accept("+");
    bonus = scanner.number();
    if (bonus >= 0) bonus = bonus > LARGEST_BONUS ? LARGEST_BONUS + 1 : bonus * sign;
    else scanner.spoil();
  }
  if (count < 0 || !divided || sides < 0 || !scanner.finished) {
    return Answer.fail<Expression>(texts.cannotRead(excerpt(text)));
  }
  return check(new Expression(count, sides, bonus), maxDice, maxSides);
}

function check(expression: Expression, maxDice: i32, maxSides: i32): Answer<Expression> {
  if (expression.count < 1 || expression.count > maxDice) {
    return Answer.fail<Expression>(texts.outside(texts.NUMBER_OF_DICE, 1, maxDice));
  }
  if (expression.sides < 2 || expression.sides > maxSides) {
    return Answer.fail<Expression>(texts.outside(texts.NUMBER_OF_SIDES, 2, maxSides));
  }
  if (expression.bonus > LARGEST_BONUS || expression.bonus < -LARGEST_BONUS) {
    return Answer.fail<Expression>(texts.outside(texts.BONUS, -LARGEST_BONUS, LARGEST_BONUS));
  }
  return Answer.ok<Expression>(expression);
}

/** The first characters of what somebody typed, so that an error stays short. */
function excerpt(text: string): string {
  return text.length <= 20 ? text : text.substring(0, 20) + "…";
}

/** Walks over the characters of an expression. */
class Scanner {
  private at: i32 = 0;
  private spoilt: bool = false;

  constructor(private text: string) {}

  get finished(): bool { return !this.spoilt && this.at == this.text.length; }

  spoil(): void { this.spoilt = true; }

  peekIs(character: string): bool {
    return this.at < this.text.length && this.text.charAt(this.at) == character;
  }

  accept(character: string): bool {
    if (!this.peekIs(character)) return false;
    this.at++;
    return true;
  }

  /** A number, or -1 when there is none. Numbers of more than seven digits count as ten million: beyond every bound. */
  number(): i32 {
    const start = this.at;
    let value = 0;
    for (; this.at < this.text.length; this.at++) {
      const digit = this.text.charCodeAt(this.at) - 0x30;
      if (digit < 0 || digit > 9) break;
      value = min(value * 10 + digit, 10000000);
    }
    return this.at == start ? -1 : value;
  }
}
