import { Answer } from "./result";

/** What a JSON value is. */
export enum JsonKind {
  Null,
  Bool,
  Number,
  String,
  Array,
  Object,
}

/** A JSON value: read, built and written. Members keep their order; of members with the same name the last one counts. */
export class Json {
  kind: JsonKind = JsonKind.Null;
  private flag: bool = false;
  private number: f64 = 0;
  private text: string = "";
  private names: string[] = [];
  private values: Json[] = [];

  static null(): Json { return new Json(); }

  static bool(value: bool): Json {
    const json = new Json();
    json.kind = JsonKind.Bool;
    json.flag = value;
    return json;
  }

  static number(value: f64): Json {
    const json = new Json();
    json.kind = JsonKind.Number;
    json.number = value;
    return json;
  }

  static string(value: string): Json {
    const json = new Json();
    json.kind = JsonKind.String;
    json.text = value;
    return json;
  }

  static array(): Json {
    const json = new Json();
    json.kind = JsonKind.Array;
    return json;
  }

  static object(): Json {
    const json = new Json();
    json.kind = JsonKind.Object;
    return json;
  }

  /** Reads a JSON text. The error says what is wrong and where. */
  static parse(text: string): Answer<Json> {
    const parser = new JsonParser(text);
    const value = parser.document();
    return parser.problem.length == 0 ? Answer.ok<Json>(value) : Answer.fail<Json>(parser.problem);
  }

  /** Appends to an array. */
  push(value: Json): Json {
    this.values.push(value);
    return this;
  }

  /** Sets a member of an object. */
  set(name: string, value: Json): Json {
    const index = this.names.indexOf(name);
    if (index >= 0) {
      this.values[index] = value;
    } else {
      this.names.push(name);
      this.values.push(value);
    }
    return this;
  }

  /** A member of an object, or null when there is none. */
  get(name: string): Json | null {
    const index = this.names.indexOf(name);
    return index < 0 ? null : this.values[index];
  }

  /** An element of an array; a JSON null when there is none. */
  at(index: i32): Json {
    return this.kind == JsonKind.Array && index >= 0 && index < this.values.length ? this.values[index] : Json.null();
  }

  /** Number of elements or members. */
  get length(): i32 { return this.values.length; }

  /** Name of a member by its place. */
  nameAt(index: i32): string { return this.names[index]; }

  /** Value of a member by its place. */
  valueAt(index: i32): Json { return this.values[index]; }

  isNull(): bool { return this.kind == JsonKind.Null; }

  /** The value as a text, a number, a flag; the fallback when it is something else. */
  asString(fallback: string = ""): string { return this.kind == JsonKind.String ? this.text : fallback; }
  asNumber(fallback: f64 = 0): f64 { return this.kind == JsonKind.Number ? this.number : fallback; }
  asBool(fallback: bool = false): bool { return this.kind == JsonKind.Bool ? this.flag : fallback; }

  /** The same for a member. */
  getString(name: string, fallback: string = ""): string {
    const member = this.get(name);
    return member === null ? fallback : member.asString(fallback);
  }

  getNumber(name: string, fallback: f64 = 0): f64 {
    const member = this.get(name);
    return member === null ? fallback : member.asNumber(fallback);
  }

  getBool(name: string, fallback: bool = false): bool {
    const member = this.get(name);
    return member === null ? fallback : member.asBool(fallback);
  }

  toString(): string {
    const pieces: string[] = [];
    this.write(pieces);
    return pieces.join("");
  }

  private write(pieces: string[]): void {
    switch (this.kind) {
      case JsonKind.Null: pieces.push("null"); break;
      case JsonKind.Bool: pieces.push(this.flag ? "true" : "false"); break;
      case JsonKind.Number: pieces.push(numberText(this.number)); break;
      case JsonKind.String: pieces.push(quote(this.text)); break;
      default: this.writeItems(pieces);
    }
  }

  private writeItems(pieces: string[]): void {
    const named = this.kind == JsonKind.Object;
    pieces.push(named ? "{" : "[");
    for (let i = 0; i < this.values.length; i++) {
      if (i > 0) pieces.push(",");
      if (named) pieces.push(quote(this.names[i]) + ":");
      this.values[i].write(pieces);
    }
    pieces.push(named ? "}" : "]");
  }
}

/** A number as JSON has it: no fraction on whole numbers, null for what JSON cannot say. */
function numberText(value: f64): string {
  if (!isFinite<f64>(value)) return "null";
  if (value == Math.trunc(value) && Math.abs(value) < 9007199254740992) return (<i64>value).toString();
  return value.toString();
}

/** A text as a JSON string. Lone surrogates are escaped, so that the result is always valid Unicode. */
export function quote(text: string): string {
  const pieces: string[] = ["\""];
  let plain = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (isPair(text, i)) {
      i++;
      continue;
    }
    if (unit >= 0x20 && unit != 0x22 && unit != 0x5c && (unit & 0xf800) != 0xd800) continue;
    if (plain < i) pieces.push(text.substring(plain, i));
    pieces.push(escape(unit));
    plain = i + 1;
  }
  if (plain < text.length) pieces.push(text.substring(plain));
  pieces.push("\"");
  return pieces.join("");
}

function isPair(text: string, index: i32): bool {
  return (text.charCodeAt(index) & 0xfc00) == 0xd800 && index + 1 < text.length && (text.charCodeAt(index + 1) & 0xfc00) == 0xdc00;
}

function escape(unit: i32): string {
  switch (unit) {
    case 0x22: return "\\\"";
    case 0x5c: return "\\\\";
    case 0x08: return "\\b";
    case 0x09: return "\\t";
    case 0x0a: return "\\n";
    case 0x0c: return "\\f";
    case 0x0d: return "\\r";
    default: return "\\u" + unit.toString(16).padStart(4, "0");
  }
}

/** Reads one JSON text, strictly by RFC 8259. */
class JsonParser {
  problem: string = "";
  private at: i32 = 0;
  private depth: i32 = 0;

  /** Deeper nesting is refused, because each level costs stack. */
  static readonly DEEPEST: i32 = 128;

  constructor(private text: string) {}

  document(): Json {
    const value = this.value();
    this.space();
    if (this.problem.length == 0 && this.at < this.text.length) this.fail("unexpected text after the value");
    return value;
  }

  private fail(what: string): Json {
    if (this.problem.length == 0) this.problem = what + " at position " + this.at.toString();
    return Json.null();
  }

  private peek(): i32 {
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : -1;
  }

  private space(): void {
    for (let unit = this.peek(); unit == 0x20 || unit == 0x09 || unit == 0x0a || unit == 0x0d; unit = this.peek()) this.at++;
  }

  private value(): Json {
    this.space();
    const unit = this.peek();
    switch (unit) {
      case 0x7b: return this.nested(true);
      case 0x5b: return this.nested(false);
      case 0x22: return Json.string(this.string());
      case 0x74: return this.word("true", Json.bool(true));
      case 0x66: return this.word("false", Json.bool(false));
      case 0x6e: return this.word("null", Json.null());
      default: return unit == 0x2d || isDigit(unit) ? this.number() : this.fail("a value is missing");
    }
  }

  private word(word: string, value: Json): Json {
    if (!this.text.startsWith(word, this.at)) return this.fail("unknown word");
    this.at += word.length;
    return value;
  }

  private nested(named: bool): Json {
    if (++this.depth > JsonParser.DEEPEST) return this.fail("too deeply nested");
    const value = named ? Json.object() : Json.array();
    const close = named ? 0x7d : 0x5d;
    this.at++;
    this.space();
    if (this.peek() == close) {
      this.at++;
    } else {
      this.items(value, named, close);
    }
    this.depth--;
    return value;
  }

  private items(into: Json, named: bool, close: i32): void {
    while (this.problem.length == 0) {
      if (named) {
        this.member(into);
      } else {
        into.push(this.value());
      }
      this.space();
      const unit = this.peek();
      if (unit != 0x2c && unit != close) {
        this.fail("a comma or the end is missing");
        return;
      }
      this.at++;
      if (unit == close) return;
    }
  }

  private member(into: Json): void {
    this.space();
    if (this.peek() != 0x22) {
      this.fail("a member name is missing");
      return;
    }
    const name = this.string();
    this.space();
    if (this.peek() != 0x3a) {
      this.fail("a colon is missing");
      return;
    }
    this.at++;
    into.set(name, this.value());
  }

  private number(): Json {
    const start = this.at;
    if (this.peek() == 0x2d) this.at++;
    if (this.peek() == 0x30) this.at++;
    else if (!this.digits()) return this.fail("a digit is missing");
    if (this.peek() == 0x2e) {
      this.at++;
      if (!this.digits()) return this.fail("a digit is missing");
    }
    if ((this.peek() | 0x20) == 0x65) {
      this.at++;
      if (this.peek() == 0x2b || this.peek() == 0x2d) this.at++;
      if (!this.digits()) return this.fail("a digit is missing");
    }
    return Json.number(parseFloat(this.text.substring(start, this.at)));
  }

  private digits(): bool {
    const start = this.at;
    while (isDigit(this.peek())) this.at++;
    return this.at > start;
  }

  private string(): string {
    const pieces: string[] = [];
    let plain = ++this.at;
    while (true) {
      const unit = this.peek();
      if (unit == 0x22 || unit == 0x5c) {
        if (plain < this.at) pieces.push(this.text.substring(plain, this.at));
        this.at++;
        if (unit == 0x22) return pieces.join("");
        pieces.push(this.escaped());
        plain = this.at;
        if (this.problem.length > 0) return "";
      } else if (unit < 0x20) {
        this.fail(unit < 0 ? "a text does not end" : "a control character stands in a text");
        return "";
      } else {
        this.at++;
      }
    }
  }

  private escaped(): string {
    const unit = this.peek();
    this.at++;
    switch (unit) {
      case 0x22: return "\"";
      case 0x5c: return "\\";
      case 0x2f: return "/";
      case 0x62: return "\b";
      case 0x66: return "\f";
      case 0x6e: return "\n";
      case 0x72: return "\r";
      case 0x74: return "\t";
      case 0x75: return this.hexadecimal();
      default:
        this.fail("unknown escape");
        return "";
    }
  }

  private hexadecimal(): string {
    let unit = 0;
    for (let i = 0; i < 4; i++) {
      const digit = hexDigit(this.peek());
      if (digit < 0) {
        this.fail("four hexadecimal digits are missing");
        return "";
      }
      unit = unit << 4 | digit;
      this.at++;
    }
    return String.fromCharCode(unit);
  }
}

function isDigit(unit: i32): bool {
  return unit >= 0x30 && unit <= 0x39;
}

function hexDigit(unit: i32): i32 {
  if (isDigit(unit)) return unit - 0x30;
  const lower = unit | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}
