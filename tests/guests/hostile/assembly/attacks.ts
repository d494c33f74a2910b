import { commands, events, log, messages, timers, users } from "phira-plugin";

const PAGE: usize = 65536;

/** Stands for "no amount given". */
export const ENDLESS: u32 = 0xffffffff;

/** Keeps the optimiser from removing work without effect. */
let sink: u32 = 0;

/** Never returns. */
export function loop(): void {
  while (true) sink++;
}

export function divideByZero(): void {
  sink = 1 / (sink & 0);
}

export function readOutOfBounds(): void {
  sink += load<u32>(<usize>memory.size() * PAGE - 2);
}

/** Recursion without an end. */
export function recurse(depth: u32): u32 {
  sink += depth;
  return recurse(depth + 1) + sink;
}

/** Recursion without an end that calls the host at every depth. */
export function recurseWithCalls(depth: u32): u32 {
  sink += users.onlineCount().value;
  return recurseWithCalls(depth + 1) + sink;
}

/** Grows the memory by `pages` at a time and writes to every page, until it is refused. Returns the pages gained. */
export function growUntilRefused(pages: i32): u32 {
  let gained: u32 = 0;
  while (true) {
    const before = memory.grow(pages);
    if (before < 0) return gained;
    for (let page = 0; page < pages; page++) store<u8>(<usize>(before + page) * PAGE, 1);
    gained += pages;
  }
}

/** Grows the memory once. Returns whether it was granted. */
export function growOnce(pages: i32): bool {
  const before = memory.grow(pages);
  if (before < 0) return false;
  store<u8>(<usize>(before + pages - 1) * PAGE, 1);
  return true;
}

/** Calls the host again and again. */
export function callFlood(amount: u32): void {
  for (let i: u32 = 0; i < amount || amount == ENDLESS; i++) users.onlineCount();
}

/** Writes lines of about one KiB. */
export function logFlood(amount: u32): void {
  const padding = "x".repeat(1000);
  for (let i: u32 = 0; i < amount || amount == ENDLESS; i++) log.info("flood " + i.toString() + " " + padding);
}

/** Broadcasts messages. Returns the first refusal. */
export function messageFlood(amount: u32): string {
  let refused: u32 = 0;
  let first = "";
  for (let i: u32 = 0; i < amount || amount == ENDLESS; i++) {
    const result = messages.broadcast("flood " + i.toString());
    const error = result.error;
    if (error === null) continue;
    if (refused++ == 0) first = error.toString();
  }
  return refused.toString() + " refused; first: " + first;
}

/** Sends messages to a room, which the host waits for. Tells how many were refused. */
export function roomMessages(amount: u32): string {
  let refused: u32 = 0;
  for (let i: u32 = 0; i < amount || amount == ENDLESS; i++) {
    if (messages.toRoom(7, "message " + i.toString()) !== null) refused++;
  }
  return refused.toString() + " refused";
}

/** Registers commands. Tells how many were refused and why the first was. */
export function commandFlood(amount: u32): string {
  let refused: u32 = 0;
  let first = "";
  for (let i: u32 = 0; i < amount || amount == ENDLESS; i++) {
    const error = commands.register("hostile-" + i.toString(), "flood");
    if (error === null) continue;
    if (refused++ == 0) first = error.toString();
  }
  return refused.toString() + " refused; first: " + first;
}

/** Subscribes to many types. */
export function subscriptionFlood(amount: u32): string {
  let refused: u32 = 0;
  let first = "";
  for (let i: u32 = 0; i < amount || amount == ENDLESS; i++) {
    const error = events.subscribe("hostile." + i.toString());
    if (error === null) continue;
    if (refused++ == 0) first = error.toString();
  }
  return refused.toString() + " refused; first: " + first;
}

/** Sets timers that repeat as fast as they may. */
export function timerFlood(amount: u32): string {
  let refused: u32 = 0;
  let first = "";
  for (let i: u32 = 0; i < amount || amount == ENDLESS; i++) {
    const error = timers.set(10, true).error;
    if (error === null) continue;
    if (refused++ == 0) first = error.toString();
  }
  return refused.toString() + " refused; first: " + first;
}

/** The event type of the storm: each handler of one emits two. */
export const STORM: string = "hostile.storm";

/** Starts, or feeds, the event storm. Returns the first refusal. */
export function emitStorm(amount: u32): string {
  let first = "";
  for (let i: u32 = 0; i < amount; i++) {
    const error = events.emit(STORM, "{}");
    if (error !== null && first.length == 0) first = error.toString();
  }
  return first;
}

@external("phira:plugin/log@1.0.0", "write")
declare function host_write(level: i32, message: usize, messageLength: i32, fields: usize, fieldCount: i32): void;

/** Hands the host a text that lies outside the memory. */
export function badPointer(): void {
  host_write(2, 0xfffffff0, 1000, 4, 0);
}

/** Hands the host `amount` log fields that all lie at the same place, each of 64 KiB: small for the guest, huge for the host. */
export function hugeFields(amount: u32): void {
  const FIELD = 16;
  const text = "x".repeat(32 * 1024);
  const fields = heap.alloc(<usize>amount * FIELD);
  for (let i: u32 = 0; i < amount; i++) {
    const field = fields + <usize>i * FIELD;
    store<usize>(field, changetype<usize>(text));
    store<i32>(field, text.length, 4);
    store<usize>(field, changetype<usize>(text), 8);
    store<i32>(field, text.length, 12);
  }
  host_write(2, changetype<usize>(text), 1, fields, <i32>amount);
}

/** Hands the host a log level that does not exist. */
export function badEnum(): void {
  const text = "level 9";
  host_write(9, changetype<usize>(text), text.length, 4, 0);
}
