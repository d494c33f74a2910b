import { EventPhase, Field, Header, Json, JsonKind, Label, NONE, MessageArgument, MessageTemplate,
  NO_TIME, Body, CommandLevel, CommandOptions, Request, RouteAccess, Subscription } from "phira-plugin";
import { levels } from "./render";

/** The arguments of a host function: a JSON array, taken one by one. */
export class Arguments {
  private at: i32 = 0;

  constructor(private values: Json) {}

  private next(): Json { return this.values.at(this.at++); }

  u32(): u32 { return <u32>this.next().asNumber(); }
  u64(): u64 { return <u64>this.next().asNumber(); }
  f64(): f64 { return this.next().asNumber(); }
  bool(): bool { return this.next().asBool(); }
  text(): string { return this.next().asString(); }

  optionalU32(): u32 {
    const value = this.next();
    return value.isNull() ? NONE : <u32>value.asNumber();
  }

  optionalTime(): u64 {
    const value = this.next();
    return value.isNull() ? NO_TIME : <u64>value.asNumber();
  }

  optionalText(): string | null {
    const value = this.next();
    return value.isNull() ? null : value.asString();
  }

  bytes(): Uint8Array { return toBytes(this.next()); }

  texts(): string[] {
    const value = this.next();
    const items: string[] = [];
    for (let i = 0; i < value.length; i++) items.push(value.valueAt(i).asString());
    return items;
  }

  fields(): Field[] {
    const value = this.next();
    const items: Field[] = [];
    for (let i = 0; i < value.length; i++) items.push(new Field(value.valueAt(i).getString("key"), value.valueAt(i).getString("value")));
    return items;
  }

  labels(): Label[] {
    const value = this.next();
    const items: Label[] = [];
    for (let i = 0; i < value.length; i++) items.push(new Label(value.valueAt(i).getString("key"), value.valueAt(i).getString("value")));
    return items;
  }

  messageTemplates(): MessageTemplate[] {
    const value = this.next();
    const items: MessageTemplate[] = [];
    for (let i = 0; i < value.length; i++) {
      items.push(new MessageTemplate(value.valueAt(i).getString("language"), value.valueAt(i).getString("text")));
    }
    return items;
  }

  messageArguments(): MessageArgument[] {
    const value = this.next();
    const items: MessageArgument[] = [];
    for (let i = 0; i < value.length; i++) {
      items.push(new MessageArgument(value.valueAt(i).getString("name"), value.valueAt(i).getString("value")));
    }
    return items;
  }

  request(): Request {
    const value = this.next();
    const request = new Request(value.getString("method"), value.getString("url"));
    request.headers = toHeaders(value.get("headers")!);
    request.body = toBody(value.get("body")!);
    const timeout = value.get("timeout-ms");
    if (timeout !== null && !timeout.isNull()) request.timeoutMs = <u32>timeout.asNumber();
    return request;
  }

  routeAccess(): RouteAccess {
    const value = this.next();
    const access = value.kind == JsonKind.String ? value.asString() : value.getString("access", "admin");
    return access == "public" ? RouteAccess.Public : RouteAccess.Admin;
  }

  commandOptions(): CommandOptions | null {
    const value = this.next();
    if (value.isNull()) return null;
    const level = <CommandLevel>max(0, levels.indexOf(value.getString("level")));
    return new CommandOptions(value.getString("usage"), level, <u32>value.getNumber("cooldown-ms"));
  }

  subscription(): Subscription | null { return toSubscription(this.next()); }
}

export function toSubscription(value: Json): Subscription | null {
  if (value.isNull()) return null;
  const options = new Subscription();
  options.phase = value.getString("phase") == "before" ? EventPhase.Before : EventPhase.After;
  options.priority = <i32>value.getNumber("priority");
  options.failClosed = value.getBool("fail-closed");
  options.rooms = toIds(value.get("rooms"));
  options.users = toIds(value.get("users"));
  options.sampleEvery = <u32>value.getNumber("sample-every");
  return options;
}

function toIds(value: Json | null): u32[] {
  const items: u32[] = [];
  if (value !== null) for (let i = 0; i < value.length; i++) items.push(<u32>value.valueAt(i).asNumber());
  return items;
}

export function toBytes(value: Json): Uint8Array {
  const bytes = new Uint8Array(value.length);
  for (let i = 0; i < value.length; i++) bytes[i] = <u8>value.valueAt(i).asNumber();
  return bytes;
}

export function toHeaders(value: Json): Header[] {
  const items: Header[] = [];
  for (let i = 0; i < value.length; i++) items.push(new Header(value.valueAt(i).getString("name"), value.valueAt(i).getString("value")));
  return items;
}

/** `{"text": "..."}`, `{"bytes": [...]}`, anything else is an empty body. */
export function toBody(value: Json): Body {
  const text = value.get("text");
  if (text !== null) return Body.ofText(text.asString());
  const bytes = value.get("bytes");
  if (bytes !== null && bytes.kind == JsonKind.Array) return Body.ofBytes(toBytes(bytes));
  return Body.empty();
}
